import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import {
    COMMAND_KINDS,
    HISTORY_OUTCOMES,
    inModel,
    JOURNAL_METHODS,
    NATIVE_STATUSES,
    RECOVERY_POINTS,
    STATES
} from '../../model/code-words.ts';
import { journalSteps, MODEL_FOLDER, modelText, wordsOf } from '../../model/model-text.ts';
import { stepsLeftInModel, stepsLeftRows } from '../../model/steps-left.ts';

const TEXT = modelText();

/** What stands in the mtypes of the model, and in the unions of the code. */
const WORDS = [
    ['recoveryPoint', RECOVERY_POINTS],
    ['operationOutcome', HISTORY_OUTCOMES],
    ['commandKind', COMMAND_KINDS],
    ['nativeStatus', NATIVE_STATUSES],
    ['conversationState', [...STATES, 'SEVERAL']]
] as const;

describe('the model of the block protocol and the code', () => {
    it('agree on what is left of an operation, in the whole domain of stepsLeft', () => {
        const committed = readFileSync(path.join(MODEL_FOLDER, 'steps-left.pml'), 'utf8');
        assert.equal(committed, stepsLeftInModel(), 'run "node proxy/model/write-steps-left.ts"');
        assert.ok(stepsLeftRows().length > 0);
    });

    it('agree on which methods of the journal write, and the model uses each of them', () => {
        const writing = Object.entries(JOURNAL_METHODS).filter(([, what]) => what === 'in the model');
        const steps = journalSteps(TEXT);
        assert.deepEqual([...steps.keys()].sort(), writing.map(([name]) => name).sort());
        assert.deepEqual(
            [...steps].filter(([, uses]) => uses < 1),
            []
        );
    });

    for (const [mtype, words] of WORDS) {
        it(`use the same words for each ${mtype}`, () => {
            assert.deepEqual(wordsOf(TEXT, mtype).sort(), words.map(inModel).sort());
        });
    }
});
