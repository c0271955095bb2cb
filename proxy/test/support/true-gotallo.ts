import type { ConversationState } from '#contract';
import { TrueConversation } from '../../../fakes/true-conversation.ts';
import type { ConversationId } from '../../src/conversations/knowledge/conversation-id.ts';
import {
    GoTalloFailure,
    type BlockUserResult,
    type Confirmation,
    type GoTallo,
    type ReadObservation
} from '../../src/conversations/ports.ts';

/** What becomes of one call. */
export const FATES = ['answered', 'answer lost', 'request lost', 'refused', 'not sent', 'in flight', 'twice'] as const;
/** `in flight`: no answer, and carried out when the test says `land`; `twice`: confirmed, and an earlier sending is. */
export type Fate = (typeof FATES)[number];

const ANSWERS: Readonly<Record<Exclude<Fate, 'answered' | 'twice'>, () => GoTalloFailure>> = {
    'in flight': () => new GoTalloFailure('gotallo-timeout', 'unknown'),
    'answer lost': () => new GoTalloFailure('gotallo-timeout', 'unknown'),
    'request lost': () => new GoTalloFailure('gotallo-timeout', 'unknown'),
    refused: () => new GoTalloFailure('gotallo-refused', 'not-applied'),
    'not sent': () => new GoTalloFailure('gotallo-unreachable', 'not-applied')
};

/** The port to a GoTallo of one conversation whose truth is known. */
export class TrueGoTallo implements GoTallo {
    readonly nativeChannels: ReadonlySet<string> = new Set(['WHATSAPP', 'INSTAGRAM']);
    reads: GoTallo['reads'] = 'nothing';
    readonly truth = new TrueConversation();
    /** The fates of the next calls, one after the other; answered when there are none. */
    fates: Fate[] = [];
    /** Every call in the order it came: the state that was set, or `toggle`. */
    readonly sent: (ConversationState | 'toggle')[] = [];
    beforeAnswer: (call: ConversationState | 'toggle') => Promise<void> = async () => {};
    /** Whether the time in which something may be sent is over. */
    isTooLate: (sendUntil: number) => boolean = (sendUntil) => performance.now() > sendUntil;
    rest: number | null = null;
    /** What is said of a Block User without an answer. */
    unconfirmed: 'no-answer' | 'not-clear' = 'not-clear';
    /** Why a Block User is refused. */
    refusal: 'window-closed' | 'own-number' = 'window-closed';
    /** When a confirmation says that it was given. */
    confirmedAt: () => Date = () => new Date();
    readonly #inFlight: (() => void)[] = [];

    async changeState(_id: ConversationId, state: ConversationState, sendUntil: number): Promise<Confirmation> {
        if (this.isTooLate(sendUntil)) throw new GoTalloFailure('gotallo-unreachable', 'not-applied');
        const fate = await this.#meet(state);
        if (fate === 'in flight' || fate === 'twice') this.#inFlight.push(() => (this.truth.state = state));
        if (fate === 'answered' || fate === 'answer lost' || fate === 'twice') this.truth.state = state;
        if (fate !== 'answered' && fate !== 'twice') throw ANSWERS[fate]();
        return { at: this.confirmedAt(), isInFlight: fate === 'twice' };
    }

    async blockUser(_id: ConversationId, _target: string, sendUntil: number): Promise<BlockUserResult> {
        if (this.isTooLate(sendUntil)) return { outcome: 'not-sent' };
        const fate = await this.#meet('toggle');
        const toggle = () => this.truth.toggle();
        if (fate === 'answered' || fate === 'answer lost') toggle();
        if (fate === 'in flight') this.#inFlight.push(toggle);
        if (fate === 'refused') return { outcome: 'refused', reason: this.refusal };
        if (fate === 'not sent') return { outcome: 'not-sent' };
        return fate === 'answered' ? { outcome: 'confirmed' } : { outcome: 'unconfirmed', reason: this.unconfirmed };
    }

    async read(): Promise<ReadObservation | null> {
        if (this.reads === 'nothing') return null;
        const isNativeBlocked = this.reads === 'state-and-native-block' ? this.truth.isNativeBlocked : null;
        // Later than whatever was written down in the same millisecond, so that order does not hang on the clock.
        const at = new Date(Date.now() + 1);
        return { state: this.truth.state, isNativeBlocked, at, stateAt: at };
    }

    restsForSeconds(): number | null {
        return this.rest;
    }

    /** What was in flight takes effect. */
    land(): void {
        for (const effect of this.#inFlight.splice(0)) effect();
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
