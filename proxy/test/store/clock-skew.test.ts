import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { measureSkewMs } from '../../src/store/clock-skew.ts';
import { storeForFile } from '../support/journal.ts';

describe('the skew between two clocks', () => {
    for (const skew of [0, 5_000, -5_000]) {
        it(`is ${skew} whatever the way there and back takes`, async () => {
            let ours = 1_000_000;
            const ask = async (): Promise<number> => {
                ours += 400;
                const theirs = ours + skew;
                ours += 400;
                return theirs;
            };
            assert.equal(await measureSkewMs(ask, () => ours), skew);
        });
    }

    it('is that of the quickest answer', async () => {
        const waits = [3_000, 20, 100];
        let ours = 1_000_000;
        const ask = async (): Promise<number> => {
            ours += waits.shift() ?? 0;
            return ours;
        };
        assert.equal(await measureSkewMs(ask, () => ours), 10);
    });
});

describe('the clock of the store', () => {
    const HOUR_MS = 3_600_000;
    const file = storeForFile({ now: () => new Date(Date.now() - HOUR_MS) });

    it('is measured against that of the process', async () => {
        const skewMs = await file.store.clockSkewMs();
        assert.ok(Math.abs(skewMs - HOUR_MS) < HOUR_MS / 2, String(skewMs));
    });
});
