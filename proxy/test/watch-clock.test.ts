import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { createLogger } from '../src/http/logger.ts';
import { watchClock } from '../src/watch-clock.ts';

const FIVE_MINUTES_MS = 300_000;

/** Watches a store that tells these in turn, a round every five minutes. @returns what was logged, by round */
async function watched(t: TestContext, told: (number | Error)[]): Promise<(number | null)[]> {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    let lines: string[] = [];
    const log = createLogger({ level: 'warn', secrets: [], destination: { write: (line) => void lines.push(line) } });
    let asked = 0;
    const stop = watchClock(
        {
            async clockSkewMs() {
                const skew = told[asked++] ?? 0;
                if (skew instanceof Error) throw skew;
                return skew;
            }
        },
        log
    );
    const warned: (number | null)[] = [];
    for (let round = 1; round <= told.length; round += 1) {
        await new Promise((resolve) => setImmediate(resolve));
        assert.equal(asked, round);
        const [line] = lines;
        warned.push(line === undefined ? null : (JSON.parse(line) as { skewMs: number }).skewMs);
        lines = [];
        t.mock.timers.tick(FIVE_MINUTES_MS);
    }
    await stop();
    return warned;
}

describe('the clock of the database', () => {
    it('is looked at once at the start and every five minutes, and told of beyond a second, ahead or behind', async (t) => {
        const warned = await watched(t, [0, 1_000, 1_001, -1_000, -1_001.4, 3_600_000]);
        assert.deepEqual(warned, [null, null, 1_001, null, -1_001, 3_600_000]);
    });

    it('is looked at again after the store was away', async (t) => {
        assert.deepEqual(await watched(t, [new Error('away'), 5_000]), [null, 5_000]);
    });
});
