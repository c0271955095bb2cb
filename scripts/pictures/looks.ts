import type { PageOptions } from '../../e2e/support/open-console.ts';

/** A way to look at the card. */
export interface Look {
    name: string;
    /** What the page's address carries. */
    query?: string;
    window?: Pick<PageOptions, 'width' | 'height'>;
    forcedColors?: 'active';
    /** Whether the card alone is that narrow; what stands elsewhere does not change. */
    isNarrow?: boolean;
    isJapanese?: boolean;
}

/** In the order in which they stand side by side. */
export const LOOKS: readonly Look[] = [
    { name: 'In a window of 1440 px' },
    { name: 'What is in view at 1366 × 768', window: { width: 1366, height: 768 } },
    { name: 'In a column of 240 px', query: 'width=240', isNarrow: true },
    { name: 'In the mobile app', query: 'formFactor=Small', window: { width: 390, height: 1400 }, isNarrow: true },
    { name: 'In German', query: 'lang=de' },
    { name: 'In Japanese', query: 'lang=ja', isJapanese: true },
    { name: 'From right to left', query: 'dir=rtl' },
    { name: 'In forced colors', forcedColors: 'active' }
];
