import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { shiftDate } from '../../clock/shift-date.ts';

const DAY = 24 * 60 * 60 * 1000;

describe('shiftDate', () => {
    function shifted() {
        // The text alone has to do: so it comes into the console page.
        const install = new Function(`return (${shiftDate.toString()})`)() as typeof shiftDate;
        const global = { Date: freshDate() };
        return { global, setAhead: install(global) };
    }

    it('leaves now alone until it is told otherwise', () => {
        const { global } = shifted();
        assert.ok(Math.abs(global.Date.now() - Date.now()) < 1000);
    });

    const waysToAsk: [string, (global: { Date: DateConstructor }) => number][] = [
        ['Date.now()', ({ Date }) => Date.now()],
        ['new Date()', ({ Date }) => new Date().getTime()],
        ['Date()', ({ Date }) => Date.parse(Date())],
        ['a date of a class of its own', ({ Date }) => new (class extends Date {})().getTime()]
    ];
    for (const [what, ask] of waysToAsk) {
        it(`moves ${what}`, () => {
            const { global, setAhead } = shifted();
            setAhead(7 * DAY);
            assert.ok(Math.abs(ask(global) - Date.now() - 7 * DAY) < 2000);
        });
    }

    it('leaves a time that is given alone', () => {
        const { global, setAhead } = shifted();
        setAhead(7 * DAY);
        assert.equal(new global.Date('2026-01-01T00:00:00Z').toISOString(), '2026-01-01T00:00:00.000Z');
        assert.equal(new global.Date(0).getTime(), 0);
        assert.equal(global.Date.UTC(2026, 0, 1), Date.UTC(2026, 0, 1));
    });

    it('makes dates that are dates', () => {
        const { global, setAhead } = shifted();
        setAhead(DAY);
        assert.ok(new global.Date() instanceof global.Date);
        assert.equal(new global.Date().constructor, global.Date);
    });
});

/** This process goes on with its own. */
function freshDate(): DateConstructor {
    return class extends Date {} as DateConstructor;
}
