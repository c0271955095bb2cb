import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Attempt } from '../../src/gotallo/attempt.ts';
import { failureOf } from '../../src/gotallo/gotallo-failure.ts';

const answered = (status: number): Attempt => {
    return { kind: 'answered', status, retryAfterMs: null, at: new Date(0), clockAheadMs: 0, body: null };
};

describe('a refusal of GoTallo', () => {
    for (const status of [401, 403, 408, 425, 429]) {
        it(`of status ${status} is one of the moment, so the wish may be tried again`, () => {
            const failure = failureOf([answered(status)]);
            assert.deepEqual([failure.isFinal, failure.outcome], [false, 'not-applied']);
        });
    }

    for (const status of [400, 404, 405, 409, 410, 415, 422]) {
        it(`of status ${status} is final`, () => {
            assert.equal(failureOf([answered(status)]).isFinal, true);
        });
    }

    const others: [what: string, attempt: Attempt][] = [
        ['500', answered(500)],
        ['503', answered(503)],
        ['a redirect', answered(302)],
        ['no answer', { kind: 'no-answer' }],
        ['a broken connection', { kind: 'broken', code: 'ECONNRESET' }],
        ['a call that was not sent', { kind: 'not-sent', code: 'ECONNREFUSED' }],
        ['a call that was held back', { kind: 'held-back', retryAfterMs: 1_000 }]
    ];
    for (const [what, attempt] of others) {
        it(`is not what ${what} means`, () => {
            assert.equal(failureOf([attempt]).isFinal, false);
        });
    }

    it('is final by the last answer alone', () => {
        assert.equal(failureOf([answered(400), answered(429)]).isFinal, false);
        assert.equal(failureOf([answered(429), answered(400)]).isFinal, true);
    });
});
