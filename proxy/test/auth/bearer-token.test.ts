import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readBearerToken } from '../../src/auth/bearer-token.ts';
import { Failure } from '../../src/lib/failure.ts';

const OPAQUE = '00D000000000001!AQ4AQFnT_Xz.9m1kLrQ';

describe('readBearerToken', () => {
    for (const token of [OPAQUE, 'eyJ0.eyJz-_w.c2ln==', 'a', 'a'.repeat(4096)]) {
        it(`takes ${token.slice(0, 40)}`, () => {
            assert.equal(readBearerToken(`Bearer ${token}`), token);
        });
    }

    it('takes the scheme in any case', () => {
        assert.equal(readBearerToken(`bearer ${OPAQUE}`), OPAQUE);
    });

    const refused = [
        undefined,
        '',
        'Bearer',
        'Bearer ',
        OPAQUE,
        `Basic ${OPAQUE}`,
        `Bearer${OPAQUE}`,
        `Bearer ${OPAQUE} more`,
        `Bearer ${OPAQUE}\r\nX-Other: 1`,
        `Bearer ${OPAQUE},Bearer ${OPAQUE}`,
        'Bearer tökèn',
        'Bearer =',
        `Bearer ${'a'.repeat(4097)}`
    ];
    for (const header of refused) {
        it(`refuses ${JSON.stringify(header)?.slice(0, 60)}, and does not repeat it`, () => {
            assert.throws(
                () => readBearerToken(header),
                (error) =>
                    error instanceof Failure && error.code === 'invalid-token' && error.message === 'invalid-token'
            );
        });
    }
});
