import { ago, ahead, everyMinute, exactTime, momentOf } from 'c/conversationLabels';

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
        [0, 'now'],
        [59 * SECOND, 'now'],
        [MINUTE, '1 minute ago'],
        [89 * MINUTE + 59 * SECOND, '89 minutes ago'],
        [90 * MINUTE, '1 hour ago'],
        [91 * MINUTE, '2 hours ago'],
        [35 * HOUR, '35 hours ago'],
        [36 * HOUR, '1 day ago'],
        [37 * HOUR, '2 days ago'],
        [400 * DAY, '400 days ago'],
        // The clock of the proxy may be ahead of the browser's.
        [-5 * MINUTE, 'now']
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
        [HOUR, 'in 60 minutes'],
        [2 * HOUR, 'in 2 hours'],
        [7 * DAY, 'in 7 days']
    ])('%d milliseconds before is "%s"', (milliseconds, words) => {
        expect(ahead(NOW + milliseconds, NOW)).toBe(words);
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

it('a moment is relative and exact', () => {
    const { relative, exact } = momentOf(NOW - MINUTE, NOW);
    expect([relative, plain(exact)]).toEqual(['1 minute ago', 'Nov 22, 11:59 AM']);
});

describe('everyMinute', () => {
    beforeEach(() => {
        jest.useFakeTimers({ now: NOW });
    });

    afterEach(() => {
        jest.useRealTimers();
    });

    it('calls back at the full minute, each minute, until stopped', () => {
        const listener = jest.fn();
        const { stop } = everyMinute(listener);
        jest.advanceTimersByTime(29_999);
        expect(listener).not.toHaveBeenCalled();
        jest.advanceTimersByTime(1);
        expect(listener).toHaveBeenCalledTimes(1);
        jest.advanceTimersByTime(3 * MINUTE);
        expect(listener).toHaveBeenCalledTimes(4);

        stop();
        jest.advanceTimersByTime(DAY);
        expect(listener).toHaveBeenCalledTimes(4);
    });

    it.each([HOUR + 10 * SECOND, 10 * SECOND, 10 * SECOND - HOUR])(
        'calls back when whole minutes lie between now and a moment %d milliseconds ahead',
        (milliseconds) => {
            const listener = jest.fn();
            const { stop } = everyMinute(listener, () => NOW + milliseconds);
            jest.advanceTimersByTime(9_999);
            expect(listener).not.toHaveBeenCalled();
            jest.advanceTimersByTime(1);
            expect(listener).toHaveBeenCalledTimes(1);
            stop();
        }
    );

    it('follows a moment that changes', () => {
        const listener = jest.fn();
        let moment = NOW + 10 * SECOND;
        const { stop } = everyMinute(listener, () => moment);
        moment = NOW + 25 * SECOND;
        jest.advanceTimersByTime(25 * SECOND);
        expect(listener).toHaveBeenCalledTimes(2);
        stop();
    });

    it('can be stopped by its own call', () => {
        let stop = (): void => undefined;
        const listener = jest.fn(() => stop());
        ({ stop } = everyMinute(listener));
        jest.advanceTimersByTime(DAY);
        expect(listener).toHaveBeenCalledTimes(1);
    });
});
