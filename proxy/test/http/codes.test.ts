import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PROBLEMS } from '../../src/http/problems.ts';

/** Status and code of every refusal as they first were; callers may know them. */
const BEFORE: Readonly<Record<string, number>> = {
    'malformed-request': 400,
    'invalid-token': 401,
    'no-permission': 403,
    'wrong-org': 403,
    'wrong-tenant': 403,
    'user-type-not-allowed': 403,
    'api-disabled': 403,
    'unknown-conversation': 404,
    'not-found': 404,
    'method-not-allowed': 405,
    'conversation-expired': 409,
    'conversation-blocked': 409,
    'conversation-busy': 409,
    'platform-block-not-supported': 409,
    'platform-block-settled': 409,
    'native-block-changed': 409,
    'native-block-not-possible': 409,
    'undo-not-possible': 409,
    'block-changed': 409,
    'body-too-large': 413,
    'unsupported-media-type': 415,
    'invalid-field': 422,
    'end-in-past': 422,
    'too-many-requests': 429,
    'internal-error': 500,
    'gotallo-refused': 502,
    'gotallo-unreachable': 502,
    'gotallo-failed': 502,
    'gotallo-timeout': 504,
    'gotallo-unavailable': 503,
    'salesforce-unavailable': 503,
    'store-unavailable': 503,
    'result-not-stored': 503
};

/** The codes that have another name since. */
const RENAMED: Readonly<Record<string, string>> = {
    'platform-block-not-supported': 'native-block-not-supported',
    'platform-block-settled': 'native-block-known'
};

describe('the codes of refusals', () => {
    for (const [code, status] of Object.entries(BEFORE)) {
        const now = RENAMED[code] ?? code;
        it(`answer ${status} to what was ${code}, as ${now}`, () => {
            assert.equal(Object.entries(PROBLEMS).find(([name]) => name === now)?.[1].status, status);
        });
    }

    it('keep no old name', () => {
        assert.deepEqual(
            Object.keys(RENAMED).filter((code) => code in PROBLEMS),
            []
        );
    });
});
