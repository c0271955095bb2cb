import timeZone from '@salesforce/i18n/timeZone';

import type { BlockDecision, BlockDraft } from './decision';

const DAY_MS = 86_400_000;
const START_OF_WORK = 'T09:00:00.000Z';

/** Whoever chooses a date and time finds one to begin with. @param changes what was entered: an end taken away stays so */
export function withSuggestion(decision: BlockDecision, changes: BlockDraft): BlockDecision {
    const isAsked = decision.duration === 'custom' && decision.until === null && changes.until === undefined;
    return isAsked ? { ...decision, until: tomorrowMorning(Date.now()) } : decision;
}

/**
 * The first suggestion for an end: tomorrow at nine, by the user's clock.
 * @param now in milliseconds since 1970
 * @returns ISO 8601
 */
function tomorrowMorning(now: number): string {
    // Written as if it were UTC, the user's own time can be calculated with.
    const tomorrow = new Date(now + offsetAt(now) + DAY_MS).toISOString().slice(0, 10);
    const local = Date.parse(tomorrow + START_OF_WORK);
    // The offset of that morning: the clocks may change in the night before.
    return new Date(local - offsetAt(local - offsetAt(now))).toISOString();
}

/** By how many milliseconds the user's clock is ahead of UTC at a time. */
function offsetAt(time: number): number {
    // Swedes write dates and times as ISO 8601 does, but for the T.
    const shown = new Date(time).toLocaleString('sv', { timeZone }).replace(' ', 'T');
    return Date.parse(`${shown}Z`) - Math.floor(time / 1000) * 1000;
}
