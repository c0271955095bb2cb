import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createTurns, NoTurn } from '../../src/lib/turns.ts';

/** Longer than any test takes. */
const LONG_MS = 60_000;

describe('turns', () => {
    it('are given to so many at once, and to those who wait as soon as one is over', async () => {
        const turns = createTurns({ atOnce: 2, waiting: 1 });
        const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
        const begun: number[] = [];
        const take = (number: number): Promise<void> => turns.take(() => (begun.push(number), held), LONG_MS);
        const taken = [take(1), take(2), take(3)];
        assert.deepEqual(begun, [1, 2]);
        await assert.rejects(take(4), NoTurn);
        letGo();
        await Promise.all(taken);
        assert.deepEqual(begun, [1, 2, 3]);
    });

    it('that do not come in time are not taken later', async (t) => {
        t.mock.timers.enable({ apis: ['setTimeout'] });
        const turns = createTurns({ atOnce: 1, waiting: 1 });
        const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
        const first = turns.take(() => held, LONG_MS);
        const second = turns.take(() => assert.fail('begun too late'), 1_000);
        t.mock.timers.tick(1_000);
        await assert.rejects(second, NoTurn);
        letGo();
        await first;
    });

    it('pass on what the work throws, and make room for the next', async () => {
        const turns = createTurns({ atOnce: 1, waiting: 0 });
        await assert.rejects(
            turns.take(() => Promise.reject(new TypeError('defect')), LONG_MS),
            TypeError
        );
        assert.equal(await turns.take(() => Promise.resolve('next'), LONG_MS), 'next');
    });
});
