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

const i18n: Record<DurationChoice, string> = {
    '1h': label1h,
    '1d': label1d,
    '7d': label7d,
    '30d': label30d,
    custom: labelCustom,
    none: labelNone,
    same: labelSame
};

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const LENGTHS: ReadonlyMap<DurationChoice, number> = new Map([
    ['1h', HOUR_MS],
    ['1d', DAY_MS],
    ['7d', 7 * DAY_MS],
    ['30d', 30 * DAY_MS]
]);

/** @param chosen is among the options even where the admin does not offer it: an earlier choice must not vanish */
export function durationOptions(
    offered: readonly Duration[],
    chosen: DurationChoice
): { label: string; value: DurationChoice }[] {
    return Array.from(new Set([chosen, ...offered]))
        .sort((one, other) => offered.indexOf(one as Duration) - offered.indexOf(other as Duration))
        .map((value) => ({ label: i18n[value], value }));
}

/**
 * When a block of a length ends.
 * @param now in milliseconds since 1970
 * @returns ISO 8601; null for what is not a length
 */
export function endOf(duration: DurationChoice, now: number): string | null {
    const length = LENGTHS.get(duration);
    return length === undefined ? null : new Date(now + length).toISOString();
}
