import { lengthOf } from 'c/conversationSettings';
import type { Duration } from 'c/conversationSettings';
import language from '@salesforce/i18n/lang';
import labelCustom from '@salesforce/label/c.GoTallo_Duration_custom';
import labelNone from '@salesforce/label/c.GoTallo_Duration_none';
import labelSame from '@salesforce/label/c.GoTallo_Duration_same';

/** For how long to block; `same`: until the end that the block has already. */
export type DurationChoice = Duration | 'same';

const LABELS: Readonly<Partial<Record<DurationChoice, string>>> = {
    custom: labelCustom,
    none: labelNone,
    same: labelSame
};

/** Such as `2 weeks`, in the grammar of the user's language. */
export function durationLabel(duration: DurationChoice): string {
    const length = lengthOf(duration);
    const options = { style: 'unit', unit: length?.unit, unitDisplay: 'long' } as const;
    return length ? new Intl.NumberFormat(language, options).format(length.amount) : (LABELS[duration] ?? duration);
}
