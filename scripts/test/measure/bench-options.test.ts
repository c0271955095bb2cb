import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readOptions } from '../../../bench/options.ts';

describe('the options of npm run bench', () => {
    it('measures the usual parts when none is named, and neither the budget nor the soak', () => {
        assert.deepEqual(readOptions([]).parts, ['sandbox', 'drawing', 'load', 'growth']);
    });

    it('measures what is named, in its own order', () => {
        assert.deepEqual(readOptions(['soak', 'budget', 'load']).parts, ['load', 'budget', 'soak']);
    });

    it('compares with an older commit only where one is named', () => {
        assert.equal(readOptions(['load']).against, null);
        assert.equal(readOptions(['load', '--against', '5846556']).against, '5846556');
    });

    it('soaks for ten minutes unless it is told otherwise', () => {
        assert.equal(readOptions(['soak']).minutes, 10);
        assert.equal(readOptions(['soak', '--minutes', '2']).minutes, 2);
    });

    for (const [args, sentence] of [
        [['loads'], /There is no part "loads"/],
        [['--minutes', '0'], /--minutes is a whole number from 1/],
        [['--minutes', '1.5'], /--minutes is a whole number/],
        [['--rounds', '-1'], /.+/],
        [['--seconds', 'five'], /--seconds is a whole number/],
        [['--conversations', '999'], /--conversations is a whole number from 10000/],
        [['--against'], /.+/],
        [['--againts', '5846556'], /.+/]
    ] as const) {
        it(`refuses ${args.join(' ')}`, () => {
            assert.throws(() => readOptions([...args]), sentence);
        });
    }
});
