import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SoakSample } from '../../../bench/parts/soak.ts';
import { soakLine } from '../../../bench/report/print-soak.ts';

describe('the last line of a soak', () => {
    it('names the memory at the start, after a minute, at its highest and at the end', () => {
        const samples = [sample(30, 120), sample(60, 131), sample(90, 140), sample(120, 135)];
        assert.equal(
            soakLine({ atStart: 101, samples }),
            'Resident memory: 101 MB at the start, 131 after one minute, 140 at most, 135 at the end.'
        );
    });

    it('has dashes where there is no account of memory', () => {
        assert.equal(
            soakLine({ atStart: null, samples: [sample(30, null), sample(60, null)] }),
            'Resident memory: – MB at the start, – after one minute, – at most, – at the end.'
        );
    });
});

function sample(seconds: number, residentMB: number | null): SoakSample {
    return { seconds, residentMB, perSecond: 200, p50: 1, p99: 2 };
}
