import type { BlockMode } from './decision';
import * as i18n from './labels';

/** The buttons that end the form, wherever they are drawn. */
export interface FormButtons {
    cancel: string;
    confirm: string;
    variant: 'brand' | 'destructive';
}

export function formButtons(mode: BlockMode): FormButtons {
    const [confirm, variant] =
        mode === 'change' ? ([i18n.save, 'brand'] as const) : ([i18n.block, 'destructive'] as const);
    return { cancel: i18n.cancel, confirm, variant };
}
