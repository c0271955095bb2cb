import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Key } from '../../../bench/parts/entries.ts';
import type { LoadReport, Row } from '../../../bench/parts/load.ts';
import type { When } from '../../../bench/parts/measured-proxy.ts';
import { atLeast, atMost, below, goalWord } from '../../../bench/report/goal.ts';
import { loadGoals, ratioOf } from '../../../bench/report/load-goals.ts';

describe('the goals of npm run bench', () => {
    it('are met at the limit where it says "at least" and "at most", and missed there where it says "below"', () => {
        assert.deepEqual([atLeast('it', 1, 1), atMost('it', 3, 3, 'ms'), below('it', 1.2, 1.2)].map(goalWord), [
            'met',
            'met',
            'NOT MET'
        ]);
    });

    it('are missed just beyond the limit, although the rounded number would not show it', () => {
        assert.equal(goalWord(atLeast('it', 0.9999, 1)), 'NOT MET');
        assert.equal(goalWord(atMost('it', 140.1, 140, 'MB')), 'NOT MET');
    });

    it('are neither met nor missed where nothing was measured', () => {
        assert.equal(goalWord(atLeast('it', Number.NaN, 1)), 'not measured');
        assert.equal(atMost('it', Number.NaN, 140, 'MB').measured, '–');
    });

    it('say that those which compare with an older commit need --against', () => {
        const goals = loadGoals(report({ against: null }));
        const needy = goals.filter(({ measured }) => measured === 'needs --against').map(({ what }) => what);
        assert.deepEqual(needy, [
            'GET cold, PostgreSQL server, to an older commit',
            'block, PostgreSQL server, to an older commit',
            'block with native, PostgreSQL server, to an older commit'
        ]);
        assert.ok(goals.filter(({ measured }) => measured === 'needs --against').every(({ isMet }) => isMet === null));
    });

    it('compare the present proxy with the older one, and never the other way round', () => {
        const goals = loadGoals(report({ against: 'abc1234', now: 3_000, then: 1_000 }));
        const block = goals.find(({ what }) => what === 'block, PostgreSQL server, to abc1234');
        assert.deepEqual([block?.measured, block?.isMet], ['3.00', true]);
        const slower = loadGoals(report({ against: 'abc1234', now: 1_000, then: 3_000 }));
        assert.equal(slower.find(({ what }) => what.startsWith('GET cold'))?.isMet, false);
    });

    it('judge the memory and the added time of the present proxy alone', () => {
        const goals = loadGoals(report({ against: 'abc1234' }));
        assert.deepEqual(
            goals.filter(({ what }) => /^(?:added|memory)/.test(what)).map(({ measured }) => measured),
            ['2.00 ms', '130 MB']
        );
    });
});

describe('a ratio', () => {
    it('is no number where one of both was not measured', () => {
        const row = rowOf('yardstick', 1);
        assert.ok(Number.isNaN(ratioOf(row, undefined)));
        assert.ok(Number.isNaN(ratioOf(undefined, row)));
    });
});

interface Numbers {
    against: string | null;
    now?: number;
    then?: number;
}

function report({ against, now = 1_000, then = 1_000 }: Numbers): LoadReport {
    const store = 'server';
    const whens: readonly When[] = against === null ? ['now'] : ['now', 'then'];
    const rows = whens.flatMap((when) =>
        (['GET warm', 'GET cold', 'block', 'block with native'] as const).map((call) =>
            rowOf({ call, store, when }, when === 'now' ? now : then)
        )
    );
    const older = (when: When): number => (when === 'then' ? 50 : 0);
    return {
        against,
        rows: [rowOf('yardstick', 1_000), ...rows],
        added: whens.map((when) => ({ store, when, name: when, block: 3 + older(when), straight: 1 })),
        memory: whens.map((when) => ({ store, when, name: when, atStart: 100, afterLoad: 130 + older(when) }))
    };
}

function rowOf(key: Key, perSecond: number): Row {
    return { name: '', key, turn: { count: 1, perSecond, p50: 1, p99: 1, cpuMs: 1, busy: 1 } };
}
