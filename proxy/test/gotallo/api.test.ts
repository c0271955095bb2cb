import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { localServer } from '../../../fakes/server.ts';
import { Secret } from '../../src/config/secret.ts';
import { createSend } from '../../src/gotallo/api.ts';
import type { Gate } from '../../src/gotallo/gate.ts';
import { TOKEN } from './gotallo-with.ts';

const CALL = { method: 'GET', path: '/', body: null };

/** A gate that lets everything through, and notes for how long a turn is waited for. */
function openGate(beforeTurn: () => void = () => {}): { gate: Gate; waits: number[] } {
    const waits: number[] = [];
    const gate: Gate = {
        pass(attempt, waitMs) {
            waits.push(waitMs);
            beforeTurn();
            return attempt();
        },
        restsForSeconds: () => null
    };
    return { gate, waits };
}

describe('the time of one attempt', () => {
    const rows: [timeoutMs: number, endsAt: number | undefined, waitMs: number][] = [
        [6_000, undefined, 6_000],
        [6_000, 20_000, 5_000],
        [6_000, 12_000, 1_000],
        [6_000, 40_000, 6_000]
    ];
    for (const [timeoutMs, endsAt, waitMs] of rows) {
        it(`is kept for it: its turn is waited for ${waitMs} ms of ${timeoutMs}, when it is 10,000 and all ends at ${endsAt}`, async (t) => {
            const server = await localServer(t, (_, response) => response.end());
            t.mock.method(performance, 'now', () => 10_000);
            const { gate, waits } = openGate();
            await createSend({ baseUrl: server.url, token: new Secret(TOKEN) }, gate)(CALL, timeoutMs, endsAt);
            assert.deepEqual(waits, [waitMs]);
        });
    }

    it('is what is left when its turn has come', async (t) => {
        t.mock.timers.enable({ apis: ['setTimeout'] });
        let now = 0;
        t.mock.method(performance, 'now', () => now);
        const { gate } = openGate(() => (now = 400));
        // Once the request has arrived, 599 ms are not enough to give it up, and 600 are.
        let isGivenUp: boolean | undefined;
        const server = await localServer(t, () => {
            t.mock.timers.tick(599);
            setImmediate(() => {
                isGivenUp = hasEnded;
                t.mock.timers.tick(1);
            });
        });
        let hasEnded = false;
        const send = createSend({ baseUrl: server.url, token: new Secret(TOKEN) }, gate);
        const attempt = await send(CALL, 6_000, 1_000).finally(() => (hasEnded = true));
        assert.equal(attempt.kind, 'no-answer');
        assert.equal(isGivenUp, false);
    });
});
