import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readRetryAfter } from '../../src/gotallo/retry-after.ts';

const NOW = Date.parse('2026-03-01T12:00:00Z');

describe('readRetryAfter', () => {
    const rows: [header: string | undefined, ms: number | null][] = [
        ['0', 0],
        ['120', 120_000],
        [' 7 ', 7_000],
        ['3600', 3_600_000],
        ['3601', 3_600_000],
        ['999999999', 3_600_000],
        ['9'.repeat(400), 3_600_000],
        ['Sun, 01 Mar 2026 12:02:00 GMT', 120_000],
        ['Sun, 01 Mar 2026 11:00:00 GMT', 0],
        ['Fri, 31 Dec 9999 23:59:59 GMT', 3_600_000],
        ['soon', null],
        ['1.5', null],
        ['-1', null],
        ['', null],
        [undefined, null]
    ];
    for (const [header, ms] of rows) {
        it(`is ${ms} for ${header?.slice(0, 40)}`, () => {
            assert.equal(readRetryAfter(header, NOW), ms);
        });
    }
});
