import type { Duration } from 'c/conversationSettings';
import label1d from '@salesforce/label/c.GoTallo_Duration_1d';
import label1h from '@salesforce/label/c.GoTallo_Duration_1h';
import label30d from '@salesforce/label/c.GoTallo_Duration_30d';
import label7d from '@salesforce/label/c.GoTallo_Duration_7d';
import labelCustom from '@salesforce/label/c.GoTallo_Duration_custom';
import labelNone from '@salesforce/label/c.GoTallo_Duration_none';
import labelSame from '@salesforce/label/c.GoTallo_Duration_same';

/** For how long to block; `same`: until the end that the block has already. */
export type DurationChoice = Duration | 'same';

const LABELS: Record<DurationChoice, string> = {
    '1h': label1h,
    '1d': label1d,
    '7d': label7d,
    '30d': label30d,
    custom: labelCustom,
    none: labelNone,
    same: labelSame
};

export function durationLabel(duration: DurationChoice): string {
    return LABELS[duration];
}
