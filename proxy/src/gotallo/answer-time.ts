import { readHttpDate } from './http-date.ts';

/** Two clocks kept by NTP, and the way of the answer, stay below this. */
const SAME_CLOCK_MS = 1_000;

/** The `Date` header names a second (RFC 9110, section 6.6.1): the answer was given somewhere in it. */
const LAST_MS_OF_SECOND = 999;

/**
 * When an answer was given. Its time is held against those that GoTallo gives its messages, so where GoTallo's clock
 * is clearly behind ours, it is the clock that counts. A time in the future counts as now, whatever a clock says.
 * @param dateHeader the `Date` of the answer
 * @param now when the answer arrived, by our clock
 */
export function answerTime(dateHeader: string | undefined, now: Date): Date {
    const from = readHttpDate(dateHeader?.trim() ?? '');
    if (from === null) return now;
    const to = from + LAST_MS_OF_SECOND;
    return now.getTime() > to + SAME_CLOCK_MS ? new Date(to) : now;
}
