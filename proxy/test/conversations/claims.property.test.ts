import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { ConversationState, ConversationView } from '#contract';
import { ConversationService } from '../../src/conversations/conversation-service.ts';
import { GoTalloFailure, type GoTallo } from '../../src/conversations/ports.ts';
import type { Journal } from '../../src/conversations/records.ts';
import type { SettableState } from '../../src/conversations/states.ts';
import { SETTABLE_STATES } from '../../src/conversations/states.ts';
import { Failure } from '../../src/failure.ts';
import { callerWhoSees } from '../support/caller.ts';
import { journalWith, newConversation, storeForFile } from '../support/journal.ts';

const RUNS = 60;

/** What becomes of one call to GoTallo, and of writing down its answer. */
const FATES = ['answered', 'answer lost', 'request lost', 'refused', 'result not stored'] as const;
type Fate = (typeof FATES)[number];

interface Step {
    wish: 'block' | 'unblock' | SettableState;
    fate: Fate;
}

const step = fc.record({
    wish: fc.constantFrom('block', 'unblock', ...SETTABLE_STATES),
    fate: fc.constantFrom(...FATES)
});

/** A GoTallo whose true state is known, with a fate for each call in turn. */
class TrueGoTallo implements GoTallo {
    truth: ConversationState = 'OPEN';
    fates: Fate[] = [];
    storeIsLost = false;

    async changeState(_id: unknown, state: ConversationState): Promise<void> {
        const fate = this.fates.shift() ?? 'answered';
        this.storeIsLost = fate === 'result not stored';
        if (fate === 'refused') throw new GoTalloFailure('gotallo-refused', 'not-applied');
        if (fate !== 'request lost') this.truth = state;
        if (fate === 'answer lost' || fate === 'request lost') throw new GoTalloFailure('gotallo-timeout', 'unknown');
    }
}

describe('whatever happens to requests and answers', () => {
    const file = storeForFile();

    function setUp() {
        const goTallo = new TrueGoTallo();
        const whole = file.store.journalOf('acme');
        const settle: Journal['settle'] = async (...args) => {
            if (goTallo.storeIsLost) throw new Failure('result-not-stored');
            return whole.settle(...args);
        };
        const journal = journalWith(whole, { settle });
        const service = new ConversationService({ goTallo, journal, evidenceSeconds: 30, stateBlockCaveat: null });
        const ana = callerWhoSees(null);
        const id = newConversation();
        const send = (wish: Step['wish']): Promise<ConversationView> => {
            if (wish === 'block') return service.block(ana, id, { reason: 'Spam', note: null });
            return wish === 'unblock' ? service.unblock(ana, id) : service.changeState(ana, id, wish);
        };
        return { goTallo, send, view: () => service.view(ana, id) };
    }

    function assertNothingFalse(view: ConversationView, truth: ConversationState): void {
        assert.ok(view.state === null || view.state === truth, `claimed ${view.state}, and it is ${truth}`);
        assert.ok(
            view.block?.state !== 'confirmed' || truth === 'BLOCKED',
            'a block is called confirmed that does not hold'
        );
    }

    it('no view claims what is not so, and the last wish holds once it is answered', async () => {
        const history = fc.asyncProperty(fc.array(step, { maxLength: 10 }), step, async (steps, last) => {
            const { goTallo, send, view } = setUp();
            for (const { wish, fate } of steps) {
                goTallo.fates = [fate];
                const answered = await send(wish).catch((error: unknown) => (error as Failure).view);
                if (answered !== undefined) assertNothingFalse(answered, goTallo.truth);
                assertNothingFalse(await view(), goTallo.truth);
            }
            goTallo.fates = [];
            const settled = await send(last.wish).catch(() => view());
            assertNothingFalse(settled, goTallo.truth);
            if (last.wish === 'block') assert.equal(goTallo.truth, 'BLOCKED');
            if (last.wish === 'unblock') assert.notEqual(goTallo.truth, 'BLOCKED');
        });
        await fc.assert(history, { numRuns: RUNS });
    });

    it('wishes at the same time leave no claim that is not so', async () => {
        const history = fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 6 }), async (steps) => {
            const { goTallo, send, view } = setUp();
            goTallo.fates = steps.map(({ fate }) => fate);
            await Promise.allSettled(steps.map(({ wish }) => send(wish)));
            assertNothingFalse(await view(), goTallo.truth);
        });
        await fc.assert(history, { numRuns: RUNS });
    });
});
