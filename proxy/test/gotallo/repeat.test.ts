import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import type { Attempt } from '../../src/gotallo/attempt.ts';
import { repeatedly } from '../../src/gotallo/repeat.ts';

const answered = (status: number, retryAfterMs: number | null = null): Attempt => {
    return { kind: 'answered', status, retryAfterMs, at: new Date(0), clockAheadMs: 0, body: null };
};

/** Lets everything that is not a timer happen, then moves the timers on. */
async function pass(ms: number): Promise<void> {
    for (let turn = 0; turn < 50; turn++) await Promise.resolve();
    mock.timers.tick(ms);
    for (let turn = 0; turn < 50; turn++) await Promise.resolve();
}

describe('repeatedly', () => {
    it('waits for as long as GoTallo says before the next attempt', async (t) => {
        mock.timers.enable({ apis: ['setTimeout'] });
        t.after(() => mock.timers.reset());
        let sent = 0;
        const done = repeatedly(() => Promise.resolve(++sent === 1 ? answered(429, 7_000) : answered(200)), {
            budgetMs: 15_000
        });
        await pass(6_999);
        assert.equal(sent, 1);
        await pass(1);
        assert.deepEqual(await done, [answered(429, 7_000), answered(200)]);
    });

    it('waits longer each time when GoTallo does not say', async (t) => {
        mock.timers.enable({ apis: ['setTimeout'] });
        t.after(() => mock.timers.reset());
        let sent = 0;
        const done = repeatedly(() => Promise.resolve((sent++, answered(503))), { budgetMs: 15_000 });
        await pass(149);
        assert.equal(sent, 1);
        await pass(151);
        assert.equal(sent, 2);
        await pass(299);
        assert.equal(sent, 2);
        await pass(301);
        assert.equal(sent, 3);
        assert.equal((await done).length, 3);
    });

    for (const [random, first, second] of [
        [0, 150, 300],
        [0.5, 225, 450]
    ] as const) {
        it(`waits ${first} and then ${second} ms when chance says ${random}, and gives up after three attempts`, async (t) => {
            mock.timers.enable({ apis: ['setTimeout'] });
            t.after(() => mock.timers.reset());
            t.mock.method(Math, 'random', () => random);
            let sent = 0;
            const done = repeatedly(() => Promise.resolve((sent++, answered(500))), { budgetMs: 15_000 });
            const counts: number[] = [];
            for (const ms of [first - 1, 1, second - 1, 1]) {
                await pass(ms);
                counts.push(sent);
            }
            assert.deepEqual(counts, [1, 2, 2, 3]);
            assert.equal((await done).length, 3);
        });
    }

    it('repeats as often as it may, where that is told', async () => {
        const attempts = await repeatedly(() => Promise.resolve(answered(500)), {
            attempts: 5,
            budgetMs: 60_000,
            backOffMs: () => 0
        });
        assert.equal(attempts.length, 5);
    });

    describe('within a budget of a second, of which 400 ms are used up', () => {
        for (const [wait, isRepeated] of [
            [599, true],
            [600, false],
            [601, false]
        ] as const) {
            it(`${isRepeated ? 'waits' : 'gives up rather than wait'} for ${wait} ms`, async (t) => {
                mock.timers.enable({ apis: ['setTimeout'] });
                t.after(() => mock.timers.reset());
                let now = 5_000;
                t.mock.method(performance, 'now', () => now);
                let sent = 0;
                const send = (endsAt: number): Promise<Attempt> => {
                    assert.equal(endsAt, 6_000);
                    now += 400;
                    return Promise.resolve(++sent === 1 ? answered(503, wait) : answered(200));
                };
                const done = repeatedly(send, { budgetMs: 1_000 });
                await pass(wait);
                assert.equal((await done).length, isRepeated ? 2 : 1);
            });
        }
    });

    it('tells each attempt when the whole must be over', async () => {
        const start = performance.now();
        const ends: number[] = [];
        const send = (endsAt: number): Promise<Attempt> => Promise.resolve((ends.push(endsAt), answered(500)));
        await repeatedly(send, { budgetMs: 1_000, backOffMs: () => 0 });
        assert.equal(ends.length, 3);
        assert.equal(new Set(ends).size, 1);
        assert.ok((ends[0] ?? 0) >= start + 1_000);
    });

    for (const last of [answered(200), answered(400), { kind: 'held-back', retryAfterMs: 0 } satisfies Attempt]) {
        it(`does not repeat after ${JSON.stringify(last)}`, async () => {
            const attempts = await repeatedly(() => Promise.resolve(last), { budgetMs: 1_000, backOffMs: () => 0 });
            assert.deepEqual(attempts, [last]);
        });
    }
});
