import { ago, ahead, exactTime, inSeconds, momentOf } from 'c/conversationLabels';

const NOW = Date.UTC(2025, 10, 22, 20, 0, 30);
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Some languages put spaces of their own between digits and words. */
function plain(text: string): string {
    return text.replace(/\s/g, ' ');
}

describe('ago', () => {
    it.each([
        [0, 'just now'],
        [59 * SECOND, 'just now'],
        [MINUTE, '1 minute ago'],
        [59 * MINUTE + 59 * SECOND, '59 minutes ago'],
        [HOUR, '1 hour ago'],
        [90 * MINUTE, '1 hour ago'],
        [91 * MINUTE, '2 hours ago'],
        [23 * HOUR, '23 hours ago'],
        [24 * HOUR - MINUTE, '1 day ago'],
        [36 * HOUR, '1 day ago'],
        [37 * HOUR, '2 days ago'],
        [400 * DAY, '400 days ago'],
        // The clock of the proxy may be ahead of the browser's.
        [-5 * MINUTE, 'just now']
    ])('after %d milliseconds is "%s"', (milliseconds, words) => {
        expect(ago(NOW - milliseconds, NOW)).toBe(words);
    });

    it('takes ISO text, too', () => {
        expect(ago('2025-11-22T19:58:00.000Z', NOW)).toBe('2 minutes ago');
    });
});

describe('ahead', () => {
    it.each([
        [-MINUTE, 'now'],
        [0, 'now'],
        [1, 'in 1 minute'],
        [59 * MINUTE, 'in 59 minutes'],
        [HOUR, 'in 1 hour'],
        [100 * MINUTE, 'in 2 hours'],
        [24 * HOUR - MINUTE, 'in 1 day'],
        [2 * HOUR, 'in 2 hours'],
        [7 * DAY, 'in 7 days']
    ])('%d milliseconds before is "%s"', (milliseconds, words) => {
        expect(ahead(NOW + milliseconds, NOW)).toBe(words);
    });
});

describe('inSeconds', () => {
    it.each([
        [1, 'in 1 second'],
        [12, 'in 12 seconds'],
        [90, 'in 2 minutes'],
        [3_599, 'in 1 hour'],
        [-120, '2 minutes ago']
    ])('%d is "%s"', (seconds, words) => {
        expect(inSeconds(seconds)).toBe(words);
    });
});

describe('exactTime', () => {
    it("is in the user's own time zone", () => {
        expect(plain(exactTime(NOW, NOW))).toBe('Nov 22, 12:00 PM');
    });

    it('names the year of another year', () => {
        expect(plain(exactTime('2026-01-01T09:00:00.000Z', NOW))).toBe('Jan 1, 2026, 1:00 AM');
    });

    it('goes by the year where the user is', () => {
        expect(plain(exactTime('2026-01-01T07:59:00.000Z', NOW))).toBe('Dec 31, 11:59 PM');
    });
});

it.each(['', 'yesterday', NaN])('has no words for %p, which is no time', (time) => {
    expect([ago(time, NOW), ahead(time, NOW), exactTime(time, NOW)]).toEqual(['', '', '']);
});

it.each([
    [MINUTE, '1 minute ago (Nov 22, 11:59 AM)'],
    [0, 'just now (Nov 22, 12:00 PM)']
])('a moment %d milliseconds ago is said relative and exact', (milliseconds, words) => {
    expect(plain(momentOf(NOW - milliseconds, NOW))).toBe(words);
});
