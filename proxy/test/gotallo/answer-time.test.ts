import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { answerTime } from '../../src/gotallo/answer-time.ts';

const NOW = new Date('2026-03-01T12:00:00.500Z');

describe('answerTime', () => {
    const same = ['Sun, 01 Mar 2026 12:00:00 GMT', 'Sun, 01 Mar 2026 11:59:59 GMT', 'Sun, 01 Mar 2026 12:00:01 GMT'];
    const unreadable = [
        undefined,
        '',
        'now',
        'Wed, 31 Dec 1969 23:59:59 GMT',
        '2026-03-01T15:00:00Z',
        'Sun, 01 Mar 2026 15:00:00 CET',
        '0',
        '-1'
    ];
    const ahead = [
        'Sun, 01 Mar 2026 12:00:02 GMT',
        'Sun, 01 Mar 2026 13:00:00 GMT',
        'Mon, 02 Mar 2026 12:00:00 GMT',
        'Fri, 31 Dec 9999 23:59:59 GMT'
    ];
    for (const header of [...same, ...ahead, ...unreadable]) {
        it(`is ours with Date: ${header}`, () => {
            assert.equal(answerTime(header, NOW), NOW);
        });
    }

    const other: [header: string, at: string][] = [
        ['Sun, 01 Mar 2026 11:59:58 GMT', '2026-03-01T11:59:58.999Z'],
        ['Thu, 01 Jan 1970 00:00:00 GMT', '1970-01-01T00:00:00.999Z']
    ];
    for (const [header, at] of other) {
        it(`is the end of the second of Date: ${header}`, () => {
            assert.equal(answerTime(header, NOW).toISOString(), at);
        });
    }
});
