import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { BLOCK_USER_FATES } from '../gotallo/fates.ts';
import { MODES, SERVER } from '../options.ts';
import { report } from '../report.ts';
import { run } from '../run.ts';
import { skip as withoutPostgres } from '../../proxy/test/support/postgres-for-file.ts';

/** About a minute each; `npm run faults` plays more. */
const HISTORIES = { embedded: 200, postgres: 200 };
/** The same histories each time, in other moments; `npm run faults` draws others. */
const SEED = 5;

describe('whatever agents ask for, GoTallo loses and proxies suffer', () => {
    for (const { proxies, store } of MODES) {
        const skip = store === 'postgres' && withoutPostgres;
        it(`every invariant holds with ${proxies} of them on the ${store} store`, { skip }, async (t) => {
            const outcome = await run({ proxies, store, histories: HISTORIES[store], seed: SEED, server: SERVER });
            const told = report([outcome]);
            t.diagnostic(told);
            assert.deepEqual(outcome.violations, [], told);
            assert.ok(outcome.histories >= HISTORIES[store]);
            assert.ok(outcome.kills > 0, 'nothing was killed');
            assert.ok(outcome.pauses > 0, 'nothing stood still');
            for (const fate of BLOCK_USER_FATES) {
                assert.ok(fate === 'answered' || outcome.faults.of(fate) > 0, `nothing met the fault "${fate}"`);
            }
            for (const status of ['blocked', 'not-blocked', 'refused', 'unconfirmed']) {
                assert.ok(outcome.outcomes.of(`native ${status}`) > 0, `no operation ended as "${status}"`);
            }
        });
    }
});
