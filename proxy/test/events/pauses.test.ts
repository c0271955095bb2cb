import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { createChangePublisher } from '../../src/events/change-publisher.ts';
import { EventFailure } from '../../src/salesforce/event-failure.ts';
import { changeOf } from './event-org.ts';

const AWAY = new EventFailure('event', 'SERVER_UNAVAILABLE');

describe('the pauses of a publisher', () => {
    it('grow up to the longest while the org is away, and are short again after it was back', async (t) => {
        t.mock.timers.enable({ apis: ['setTimeout'] });
        let calls = 0;
        let isAway = true;
        const publisher = createChangePublisher({
            channel: {
                prepare: () => Promise.resolve(),
                publish() {
                    calls += 1;
                    return isAway ? Promise.reject(AWAY) : Promise.resolve({ refused: [], failure: null });
                }
            },
            log: { info: () => {}, warn: () => {} },
            limits: { pauseMs: [500, 20_000], now: () => 0 }
        });
        const callsWithin = async (ms: number): Promise<number> => {
            const before = calls;
            t.mock.timers.tick(ms);
            await turn();
            return calls - before;
        };
        publisher.conversationChanged(changeOf('one'));
        assert.equal(await callsWithin(50), 1);
        for (let pause = 0; pause < 20; pause += 1) assert.equal(await callsWithin(20_000), 1);
        assert.equal(await callsWithin(19_999), 0);
        isAway = false;
        assert.equal(await callsWithin(1), 1);
        isAway = true;
        publisher.conversationChanged(changeOf('two'));
        assert.equal(await callsWithin(50), 1);
        assert.equal(await callsWithin(1_000), 1);
        isAway = false;
        await publisher.close();
    });
});
