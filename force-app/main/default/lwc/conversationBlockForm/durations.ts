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

const HOUR_MS = 3_600_000;
/** In words, and in hours where it is a length. */
const CHOICES: Record<DurationChoice, { label: string; hours?: number }> = {
    '1h': { label: label1h, hours: 1 },
    '1d': { label: label1d, hours: 24 },
    '7d': { label: label7d, hours: 7 * 24 },
    '30d': { label: label30d, hours: 30 * 24 },
    custom: { label: labelCustom },
    none: { label: labelNone },
    same: { label: labelSame }
};

export function durationLabel(duration: DurationChoice): string {
    return CHOICES[duration].label;
}

/**
 * When a block of a length ends.
 * @param now in milliseconds since 1970
 * @returns ISO 8601; null for what is not a length
 */
export function endOf(duration: DurationChoice, now: number): string | null {
    const { hours } = CHOICES[duration];
    return hours ? new Date(now + hours * HOUR_MS).toISOString() : null;
}
