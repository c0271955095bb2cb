import * as i18n from './labels';
import { partsOf, wordOf } from './lists';
import type { Complain } from './problems';

/** For how long to block: a length, an end that the agent names, or until somebody unblocks. */
export type Duration = '1h' | '1d' | '7d' | '30d' | 'custom' | 'none';

export const ALL_DURATIONS: readonly Duration[] = ['1h', '1d', '7d', '30d', 'custom', 'none'];

const HOUR_MS = 3_600_000;
/** In hours; what is left out is no length. */
const HOURS: Readonly<Partial<Record<string, number>>> = { '1h': 1, '1d': 24, '7d': 7 * 24, '30d': 30 * 24 };

/**
 * When a block of a length ends.
 * @param now in milliseconds since 1970
 * @returns ISO 8601; null for what is not a length
 */
export function endOf(duration: string, now: number): string | null {
    const hours = HOURS[duration];
    return hours ? new Date(now + hours * HOUR_MS).toISOString() : null;
}

/** @returns what is offered, in the admin's order; all when nothing usable is named */
export function readDurations(text: string | null | undefined, complain: Complain): readonly Duration[] {
    const parts = partsOf(text);
    const known = new Set(parts.map(durationOf).filter((duration) => duration !== undefined));
    const durations = known.size > 0 ? [...known] : ALL_DURATIONS;
    const unknown = parts.filter((part) => !durationOf(part));
    complain('durations', i18n.unknown, unknown, durations, ALL_DURATIONS);
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
    const word = part.replace(/\s/g, '').toLowerCase();
    return ALL_DURATIONS.find((duration) => duration === word);
}
