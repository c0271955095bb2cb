import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { postgresForFile, skip } from '../../proxy/test/support/postgres-for-file.ts';
import { AGENTS } from '../org/people.ts';
import type { Witness } from '../play/witness.ts';
import type { Break } from '../stand/database-line.ts';
import type { RowsKind } from '../stand/sent-rows.ts';
import { endedOperations, twoProxies } from './support/two-proxies.ts';

const [ANA] = AGENTS;
const CROWD = 10;
const KINDS: readonly RowsKind[] = ['accept', 'native call', 'confirm'];
const MOMENTS: readonly Break['when'][] = ['before the commit', 'after the commit'];

// Each mostly waits, for leases to be over.
describe('a proxy that is killed with the rows of several blocks in one statement', { skip, concurrency: 2 }, () => {
    const postgres = postgresForFile();

    for (const kind of KINDS) {
        for (const when of MOMENTS) {
            it(`leaves each block whole or never accepted: ${kind}, ${when}`, async (t) => {
                const { stand, first, second, conversation } = await twoProxies(t, await postgres.newDatabase());
                const witnesses = Array.from({ length: CROWD }, () => conversation());
                let rows = 0;
                const [line] = stand.lines;
                assert.ok(line);
                line.onRows = (sent) => {
                    if (sent.kind !== kind || sent.count < 2 || rows > 0) return null;
                    rows = sent.count;
                    return { when, strike: () => void first.stop() };
                };
                await Promise.all(witnesses.map((witness) => witness.call(first, ANA, 'PUT', '/block', {})));
                assert.ok(rows > 1, 'nothing went together');
                const accepted = await Promise.all(witnesses.map((witness) => outcomeIn(witness, second)));
                const count = accepted.filter(Boolean).length;
                if (kind !== 'accept') assert.equal(count, CROWD);
                else if (when === 'after the commit')
                    assert.ok(count > rows, `${count} accepted, with ${rows} together`);
                else assert.ok(count <= CROWD - rows, `${count} accepted, without ${rows}`);
                t.diagnostic(`${rows} rows, ${count} accepted`);
            });
        }
    }
});

/** Waits until nothing of it is under way. @returns whether its block was accepted, and then carried out */
async function outcomeIn(witness: Witness, second: Parameters<typeof endedOperations>[1]): Promise<boolean> {
    const operations = await endedOperations(witness, second);
    const isAccepted = operations.length > 0;
    assert.deepEqual(
        operations.map(({ kind, outcome }) => `${kind} ${outcome}`),
        isAccepted ? ['block confirmed'] : []
    );
    assert.equal((await witness.look(second, ANA))?.state, isAccepted ? 'BLOCKED' : 'OPEN');
    assert.equal(witness.truth.state, isAccepted ? 'BLOCKED' : 'OPEN');
    const toggles = witness.truth.calls.filter(({ kind }) => kind === 'Block User');
    assert.ok(toggles.length <= 1, `Block User was sent ${toggles.length} times`);
    assert.deepEqual(witness.violations, []);
    return isAccepted;
}
