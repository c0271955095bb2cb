import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CHANGE_FATES, partsOf } from '../gotallo/fates.ts';
import { MODES, SERVER } from '../options.ts';
import { report } from '../report.ts';
import type { Outcome } from '../outcome.ts';
import { run } from '../run.ts';
import { skip as withoutPostgres } from '../../proxy/test/support/postgres-for-file.ts';

/** A minute each, or less; `npm run faults` plays more. */
const HISTORIES = { embedded: 80, postgres: 90, old: 40 };
/** The same histories each time, in other moments; `npm run faults` draws others. */
const SEED = 5;
/** The kinds that come often; the stories have those that come seldom. */
const FAULTS = new Set(CHANGE_FATES.map((fate) => partsOf(fate).answer).filter((kind) => kind !== 'answered'));

describe('whatever agents ask for, GoTallo loses and proxies suffer', () => {
    for (const mode of MODES) {
        const { proxies, store, hasOld } = mode;
        const histories = HISTORIES[hasOld ? 'old' : store];
        const skip = store === 'postgres' && withoutPostgres;
        const who = hasOld ? 'an old one and a new one' : `${proxies} of them`;
        it(`every invariant holds with ${who} on the ${store} store`, { skip }, async (t) => {
            const outcome = await run({ ...mode, histories, seed: SEED, server: SERVER });
            const told = report([outcome]);
            t.diagnostic(told);
            assert.deepEqual(outcome.violations, [], told);
            assert.ok(outcome.histories >= histories);
            assert.ok(outcome.kills > 0, 'nothing was killed');
            assert.ok(outcome.pauses > 0, 'nothing stood still');
            if (store === 'postgres') assertTogether(outcome);
            if (hasOld) return;
            for (const kind of FAULTS) {
                const met = CHANGE_FATES.filter((fate) => partsOf(fate).answer === kind && outcome.faults.of(fate) > 0);
                assert.notEqual(met.length, 0, `nothing met the fault "${kind}"`);
            }
            for (const status of ['blocked', 'not-blocked', 'unconfirmed']) {
                assert.ok(outcome.outcomes.of(`native ${status}`) > 0, `no operation ended as "${status}"`);
            }
        });
    }
});

/** Rows of several conversations went in one statement, and proxies were killed with one under way. */
function assertTogether({ batches, batchKills, hasOld }: Outcome): void {
    assert.ok(batches.of('accept') > 0, 'nothing was accepted together');
    if (hasOld) return;
    assert.ok(batches.of('native call') + batches.of('confirm') > 0, 'nothing was written together after that');
    assert.ok(batchKills.total > 0, 'no proxy was killed with a batch under way');
}
