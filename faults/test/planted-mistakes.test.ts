import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Mode } from '../options.ts';
import { report } from '../report.ts';
import { run } from '../run.ts';
import { LEASE_MS } from '../stand/stand.ts';
import { PLANTS } from './support/plants.ts';
import { proxyWith } from './support/proxy-copy.ts';

const MODE: Mode = { proxies: 1, store: 'embedded', hasOld: false };
/** Each is found by far fewer; the run ends as soon as it is. */
const HISTORIES = 80;
/** Nothing here but the mistake keeps a history from coming to rest: a lease, and what is sent again after it. */
const REST_WITHIN_MS = LEASE_MS * 4;
/** What depends on the moment shows in some of them, so that none has to wait for the others. */
const AT_ONCE = { stands: 1, beginWithinMs: 3_000, shrinkMs: 0 };
/** What only brings the moment about breaks nothing. */
const WITHOUT = 20;

// Each mostly waits, for faults and leases to be over.
describe('histories of faults', { concurrency: 2 }, () => {
    for (const plant of PLANTS) {
        const { name, sentence, aids = [], found, history } = plant;
        it(`find ${name}`, async (t) => {
            const server = await proxyWith([plant, ...aids], t);
            const outcome = await run({
                ...MODE,
                histories: HISTORIES,
                seed: 0,
                script: [history],
                server,
                looksFor: found,
                restWithinMs: REST_WITHIN_MS,
                ...AT_ONCE
            });
            const violation = outcome.violations.find(({ invariant }) => found.includes(invariant));
            t.diagnostic(`${sentence}\n${violation?.message ?? report([outcome])}`);
            assert.ok(violation, `not found in ${outcome.histories} histories`);
        });
        if (aids.length === 0) continue;
        it(`find nothing without it: ${name}`, async (t) => {
            const server = await proxyWith(aids, t);
            const script = [history];
            const outcome = await run({ ...MODE, ...AT_ONCE, histories: WITHOUT, seed: 0, script, server });
            assert.equal(outcome.violations[0]?.message, undefined);
        });
    }
});
