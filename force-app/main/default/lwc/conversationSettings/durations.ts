import { format } from 'c/conversationLabels';
import * as i18n from './labels';
import { partsOf, quote, wordOf } from './lists';
import type { SettingProblem } from './conversationSettings';

/** For how long to block: a length, an end that the agent names, or until somebody unblocks. */
export type Duration = '1h' | '1d' | '7d' | '30d' | 'custom' | 'none';

export const ALL_DURATIONS: readonly Duration[] = ['1h', '1d', '7d', '30d', 'custom', 'none'];

/** @returns what is offered, in the admin's order; all when nothing usable is named */
export function readDurations(text: string | null | undefined, problems: SettingProblem[]): readonly Duration[] {
    const parts = partsOf(text);
    const known = new Set(parts.map(durationOf).filter((duration) => duration !== null));
    const unknown = parts.filter((part) => durationOf(part) === null);
    const durations = known.size > 0 ? [...known] : ALL_DURATIONS;
    if (unknown.length > 0) {
        const words = [i18n.durations, quote(unknown), durations.join(', '), ALL_DURATIONS.join(', ')];
        problems.push({ property: 'durations', message: format(i18n.unknown, ...words) });
    }
    return durations;
}

/** @returns what is chosen at first: one of those offered */
export function readPreset(
    text: string | null | undefined,
    durations: readonly Duration[],
    problems: SettingProblem[]
): Duration {
    const wish = wordOf(text);
    const known = durationOf(wish || 'none');
    if (known && durations.includes(known)) {
        return known;
    }
    const preset = durations.includes('none') ? 'none' : (durations[0] ?? 'none');
    if (wish) {
        const words = [i18n.presetDuration, quote([wish]), preset, durations.join(', ')];
        problems.push({ property: 'presetDuration', message: format(i18n.notOffered, ...words) });
    }
    return preset;
}

function durationOf(part: string): Duration | null {
    const word = part.replace(/\s/g, '').toLowerCase();
    return ALL_DURATIONS.find((duration) => duration === word) ?? null;
}
