import type { ConversationState } from '#contract';
import type { ConversationId } from '../../src/conversations/conversation-id.ts';
import {
    GoTalloFailure,
    type BlockUserResult,
    type Confirmation,
    type GoTallo,
    type Reading
} from '../../src/conversations/ports.ts';

/** What becomes of one call. */
export const FATES = ['answered', 'answer lost', 'request lost', 'refused', 'not sent'] as const;
export type Fate = (typeof FATES)[number];

const ANSWERS: Readonly<Record<Exclude<Fate, 'answered'>, () => GoTalloFailure>> = {
    'answer lost': () => new GoTalloFailure('gotallo-timeout', 'unknown'),
    'request lost': () => new GoTalloFailure('gotallo-timeout', 'unknown'),
    refused: () => new GoTalloFailure('gotallo-refused', 'not-applied', { isFinal: true }),
    'not sent': () => new GoTalloFailure('gotallo-unreachable', 'not-applied')
};

/** A GoTallo of one conversation whose truth is known: an absolute state, and a platform block that truly toggles. */
export class TrueGoTallo implements GoTallo {
    readonly nativeChannels: ReadonlySet<string> = new Set(['WHATSAPP', 'INSTAGRAM']);
    reads: GoTallo['reads'] = 'nothing';
    truth: ConversationState = 'OPEN';
    isPlatformBlocked = false;
    /** The fates of the next calls, one after the other; answered when there are none. */
    fates: Fate[] = [];
    /** Every call in the order it came: the state that was set, or `toggle`. */
    readonly sent: (ConversationState | 'toggle')[] = [];
    beforeAnswer: (call: ConversationState | 'toggle') => Promise<void> = async () => {};
    rest: number | null = null;
    /** What is said of a Block User without an answer. */
    unconfirmed: 'no-answer' | 'not-clear' = 'not-clear';

    async changeState(_id: ConversationId, state: ConversationState): Promise<Confirmation> {
        const fate = await this.#meet(state);
        if (fate === 'answered' || fate === 'answer lost') this.truth = state;
        if (fate !== 'answered') throw ANSWERS[fate]();
        return { at: new Date(), mayComeLate: false };
    }

    async blockUser(): Promise<BlockUserResult> {
        const fate = await this.#meet('toggle');
        if (fate === 'answered' || fate === 'answer lost') this.isPlatformBlocked = !this.isPlatformBlocked;
        if (fate === 'refused') return { outcome: 'refused', reason: 'window-closed' };
        if (fate === 'not sent') return { outcome: 'not-sent' };
        return fate === 'answered' ? { outcome: 'confirmed' } : { outcome: 'unconfirmed', reason: this.unconfirmed };
    }

    async read(): Promise<Reading | null> {
        if (this.reads === 'nothing') return null;
        const isPlatformBlocked = this.reads === 'state-and-platform' ? this.isPlatformBlocked : null;
        // Later than whatever was written down in the same millisecond, so that order does not hang on the clock.
        const at = new Date(Date.now() + 1);
        return { state: this.truth, isPlatformBlocked, at, stateAt: at };
    }

    restsForSeconds(): number | null {
        return this.rest;
    }

    get toggles(): number {
        return this.sent.filter((call) => call === 'toggle').length;
    }

    async #meet(call: ConversationState | 'toggle'): Promise<Fate> {
        this.sent.push(call);
        await this.beforeAnswer(call);
        return this.fates.shift() ?? 'answered';
    }
}
