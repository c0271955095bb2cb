import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createRedactor, TOKEN_SHAPES } from '../../src/http/redact.ts';

const MARK = '[redacted]';

/** What tokens begin with, also in letters that are not theirs, and what may stand between and around them. */
const PIECES = fc.constantFrom(
    ...['00D', '00d', '0', 'D', '000000000', '!', '%21', 'eyJ', 'eyj', 'ey', 'J', 'hbGciOiJI', '.', 'Bearer', 'bearer'],
    ...['BEARER', 'Bear', 'er', ' ', '\u00a0', '\\', '"', ':', 'x', '[redacted]']
);

/** Whole tokens, so that most lines hold one. */
const TOKENS = fc.constantFrom(
    '00D5g000001ABCD!AQ4AQ.x_y',
    '00D5g000001ABCDEAA%21AQ4AQ',
    'eyJhbGciOiJI.eyJzdWIi.c2ln',
    'Bearer abc.def',
    'bEARER\u2003x'
);

const LINES = fc.array(fc.oneof(PIECES, TOKENS, fc.string({ unit: 'binary' })), { maxLength: 12 });

/** Looks for every shape in every line. */
function redactedInFull(line: string): string {
    return TOKEN_SHAPES.reduce((rest, shape) => rest.replace(shape, MARK), line);
}

describe('createRedactor', () => {
    it('misses no token that a search for every shape finds, whatever the line', () => {
        const redact = createRedactor([]);
        let found = 0;
        fc.assert(
            fc.property(LINES, (pieces) => {
                const line = pieces.join('');
                const expected = redactedInFull(line);
                if (expected !== line) found += 1;
                assert.equal(redact(line), expected);
            }),
            { numRuns: 2000 }
        );
        assert.ok(found > 200, `only ${found} of the lines held a token`);
    });
});
