import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { SERVER } from '../options.ts';
import type { Outcome } from '../outcome.ts';
import { run } from '../run.ts';
import { STORIES } from '../scenario/stories.ts';

/** How often each is played at the same time; what depends on the moment shows in some of them. */
const COPIES = 12;

describe('what once went wrong', () => {
    let outcome: Outcome;

    before(async () => {
        outcome = await run({
            proxies: 1,
            store: 'embedded',
            hasOld: false,
            histories: STORIES.length * COPIES,
            seed: 0,
            script: STORIES.map(({ history }) => history),
            server: SERVER,
            keepGoing: true
        });
    });

    for (const [index, { name }] of STORIES.entries()) {
        it(`holds: ${name}`, () => {
            const found = outcome.violations.filter(({ number }) => number % STORIES.length === index);
            assert.equal(found[0]?.message, undefined, `${found.length} of ${COPIES}: ${found[0]?.message}`);
        });
    }

    it('was met again: every late effect and every refusal that the stories tell of', () => {
        const told = new Set(STORIES.flatMap(({ history: { fates } }) => [...fates.changeState, ...fates.blockUser]));
        for (const fate of told) assert.ok(fate === 'answered' || outcome.faults.of(fate) > 0, `nothing met "${fate}"`);
        assert.ok(outcome.outcomes.of('native refused') > 0, 'no channel refused');
    });
});
