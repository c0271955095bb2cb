import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SLDS } from './console-inputs.ts';
import { flipCss } from './flip-css.ts';

/** The names of what the page loads first. Each changes with its content, so browsers may keep them for good. */
export interface PageFiles {
    /** Below `scripts`: the first one, and what it imports. */
    scripts: string[];
    /** Below `styles`, by the direction of the text. */
    styles: Record<'ltr' | 'rtl', string>;
}

const LIST = 'page-files.json';

/** Writes the design system's styles into a folder, as they are and for right-to-left. */
export function writeStyles(folder: string): PageFiles['styles'] {
    const styles = readFileSync(`${SLDS}/styles/salesforce-lightning-design-system.min.css`, 'utf8');
    mkdirSync(folder, { recursive: true });
    const write = (name: string, content: string): string => {
        const hash = createHash('sha256').update(content).digest('hex').slice(0, 8);
        writeFileSync(join(folder, `${name}-${hash}.css`), content);
        return `${name}-${hash}.css`;
    };
    return { ltr: write('lightning', styles), rtl: write('right-to-left', flipCss(styles)) };
}

export function writePageFiles(folder: string, files: PageFiles): void {
    writeFileSync(join(folder, LIST), JSON.stringify(files));
}

export function readPageFiles(folder: string): PageFiles {
    return JSON.parse(readFileSync(join(folder, LIST), 'utf8')) as PageFiles;
}
