import * as i18n from './labels';
import { partsOf, sorted, wordOf } from './lists';
import type { Complain } from './problems';

/** Units that have a word in every language, and how many hours they are. */
const UNITS = { h: ['hour', 1], d: ['day', 24], w: ['week', 7 * 24] } as const;
type Letter = keyof typeof UNITS;

/** For how long to block: a length such as `2w`, an end that the agent names, or until somebody unblocks. */
export type Duration = `${number}${Letter}` | 'custom' | 'none';

/** What is offered where the admin chose nothing. */
export const ALL_DURATIONS: readonly Duration[] = ['1h', '1d', '7d', '30d', 'custom', 'none'];

const LENGTH = /^([1-9]\d*)([hdw])$/;
const HOUR_MS = 3_600_000;
/** The proxy takes no later ends: ten years, a little less for leap days. */
const MAX_HOURS = 3650 * 24;

interface Length {
    amount: number;
    unit: (typeof UNITS)[Letter][0];
    hours: number;
}

/** @returns null for what is not a length, or is too long */
export function lengthOf(duration: string): Length | null {
    const [, amount, letter = 'h'] = LENGTH.exec(duration) ?? [];
    const [unit, hoursOfOne] = UNITS[letter as Letter];
    const hours = Number(amount) * hoursOfOne;
    return hours <= MAX_HOURS ? { amount: Number(amount), unit, hours } : null;
}

/**
 * When a block of a length ends.
 * @param now in milliseconds since 1970
 * @returns ISO 8601; null for what is not a length
 */
export function endOf(duration: string, now: number): string | null {
    const length = lengthOf(duration);
    return length && new Date(now + length.hours * HOUR_MS).toISOString();
}

/** @returns what is offered, in the admin's order; the default ones when nothing usable is named */
export function readDurations(text: string | null | undefined, complain: Complain): readonly Duration[] {
    const { known, unknown } = sorted(partsOf(text), durationOf);
    const durations = known.length > 0 ? known : ALL_DURATIONS;
    complain('durations', i18n.notLength, unknown, durations, ['12h', '3d', '2w']);
    return durations;
}

/** @returns what is chosen at first: one of those offered */
export function readPreset(
    text: string | null | undefined,
    durations: readonly Duration[],
    complain: Complain
): Duration {
    const word = wordOf(text);
    const known = durationOf(word || 'none');
    if (known && durations.includes(known)) {
        return known;
    }
    const preset = durations.includes('none') ? 'none' : (durations[0] ?? 'none');
    complain('presetDuration', i18n.notOffered, word ? [word] : [], preset, durations);
    return preset;
}

function durationOf(part: string): Duration | undefined {
    const word = part.replace(/\s/g, '').toLowerCase() as Duration;
    return lengthOf(word) || ALL_DURATIONS.includes(word) ? word : undefined;
}
