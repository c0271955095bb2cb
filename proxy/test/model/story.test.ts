import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { outcomeOf } from '../../model/outcome.ts';
import { PROPERTIES } from '../../model/properties.ts';
import { storyOf } from '../../model/story.ts';
import { modelText, wordsOf } from '../../model/model-text.ts';

const TRAIL = `ltl live: <> ([] (quiet))
Proxy A: sends toBlocked
Time passes
Time passes
Broken: blockedIsTrue
Proxy A: writes down that the native block is notBlocked
spin: protocol.pml:17, Error: assertion violated
spin: trail ends after 41 steps`;

describe('the story of a trail', () => {
    it('says in plain words what the model tells, and last of all what is broken', () => {
        assert.deepEqual(storyOf(TRAIL), [
            'Proxy A: sends Block User, to block',
            'Time passes',
            'Proxy A: writes down that the native block is not blocked',
            `Broken: ${PROPERTIES.blockedIsTrue}`
        ]);
    });

    it('says from where it goes on for ever, and that the last command never comes true', () => {
        assert.deepEqual(storyOf('Proxy A: dies\n<<<<<START OF CYCLE>>>>>\nTime passes'), [
            'Proxy A: dies',
            'And so on for ever:',
            'Time passes',
            `Broken: ${PROPERTIES.comesTrue}`
        ]);
    });

    it('has a sentence for every property of the model', () => {
        assert.deepEqual(wordsOf(modelText(), 'property').sort(), Object.keys(PROPERTIES).sort());
    });
});

describe('the result of a search', () => {
    const numbers = 'State-vector 148 byte, depth reached 107, errors: 0\n   882666 states, stored\n';

    it('is the number of states and the depth when nothing was found', () => {
        const { states, depth, violation, incomplete } = outcomeOf(numbers, 1);
        assert.deepEqual([states, depth, violation, incomplete], [882_666, 107, null, null]);
    });

    it('is a violation when spin counts an error', () => {
        const output = `pan:1: assertion violated 0 (at depth 40)\n${numbers.replace('errors: 0', 'errors: 3')}`;
        assert.equal(outcomeOf(output, 1).violation, 'assertion violated 0 (at depth 40)');
    });

    for (const sign of ['error: max search depth too small', 'pan: reached -DMEMLIM bound']) {
        it(`is not complete after "${sign}"`, () => {
            assert.notEqual(outcomeOf(`${sign}\n${numbers}`, 1).incomplete, null);
        });
    }

    it('is no result when there are no numbers', () => {
        assert.throws(() => outcomeOf('Segmentation fault', 1), /no result/);
    });
});
