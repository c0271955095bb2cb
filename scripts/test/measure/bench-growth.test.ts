import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Growth } from '../../../bench/parts/growth-times.ts';
import { goalWord } from '../../../bench/report/goal.ts';
import { growthGoals } from '../../../bench/report/growth-goals.ts';
import { fillStatements, storedIds } from '../../../bench/store/fill.ts';

describe('the goals of growth', () => {
    const goalsOf = (...growth: Growth[]) => growthGoals(growth).map(goalWord);

    it('are met by a view that takes less than a fifth longer, and missed by one that takes a fifth longer', () => {
        assert.deepEqual(goalsOf(growth('view', 1, 1.19), growth('view', 1, 1.2)), ['met', 'NOT MET']);
    });

    it('are missed by a block whose plan has turned bad, and met by one that is only slower', () => {
        assert.deepEqual(goalsOf(growth('block', 1, 6), growth('block', 1, 1.5)), ['NOT MET', 'met']);
    });
});

describe('the conversations that are filled in', () => {
    it('are looked at all over the store', () => {
        const all = storedIds(1_000, 1_000);
        assert.equal(new Set(all).size, 1_000);
        assert.deepEqual(storedIds(1_000, 4), [all[0], all[250], all[500], all[750]]);
    });

    it('name every column, so that one which the database fills by itself can be added', () => {
        for (const statement of fillStatements(1)) assert.match(statement, /^insert into \w+ \(\w+,/);
    });
});

function growth(kind: Growth['kind'], few: number, many: number): Growth {
    return { kind, what: kind, few, many };
}
