import { inUnits } from 'c/conversationLabels';
import { lengthOf } from 'c/conversationSettings';
import type { Duration } from 'c/conversationSettings';
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

/** Such as `2 weeks`. */
export function durationLabel(duration: DurationChoice): string {
    const length = lengthOf(duration);
    return length ? inUnits(length.amount, length.unit, 'long') : (LABELS[duration] ?? duration);
}
