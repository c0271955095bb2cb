import { Failure } from '../../lib/failure.ts';
import type { ConversationId } from '../knowledge/conversation-id.ts';
import { isLostCall } from '../knowledge/known-native-block.ts';
import type { Operation, NativeBlock } from '../knowledge/records.ts';
import type { BlockUserResult, GoTallo } from '../ports.ts';
import type { NativeCallEnd } from './ending.ts';
import type { Journal } from './journal.ts';
import { sendUntil, type ProtocolTiming } from './timing.ts';

/** What carrying out operations needs. */
export interface ProtocolParts {
    goTallo: GoTallo;
    journal: Journal;
    timing: ProtocolTiming;
    /** This process's clock. */
    now(): Date;
}

/** What the native block is to become. */
export type NativeBlockTarget = 'blocked' | 'not-blocked';

/**
 * Brings the native block to the target, from a status that is known to be the other one. Block User is a toggle,
 * so it is sent once: the step is committed first, and from then on the status is not known until an answer or a
 * read tells.
 */
export class NativeCall {
    readonly #goTallo: GoTallo;
    readonly #journal: Journal;
    readonly #timing: ProtocolTiming;
    readonly #now: () => Date;

    constructor({ goTallo, journal, timing, now }: ProtocolParts) {
        this.#goTallo = goTallo;
        this.#journal = journal;
        this.#timing = timing;
        this.#now = now;
    }

    /**
     * @returns what became of it, which is to be written down
     * @throws Failure `store-unavailable` when nothing was sent, `result-not-stored` when the conversation is not ours
     *   anymore
     */
    async take(operation: Operation, target: NativeBlockTarget): Promise<NativeCallEnd> {
        const id = operation.conversationId as ConversationId;
        const before = await this.#isNativeBlocked(id);
        const told = before === (target === 'blocked') ? this.#known(target) : await this.#send(operation, id, target);
        const inFlightMs = isLostCall(told) ? this.#timing.inFlightMs : 0;
        return { nativeBlock: { ...told, at: new Date(told.at.getTime() + inFlightMs) }, inFlightMs };
    }

    async #send(operation: Operation, id: ConversationId, target: NativeBlockTarget): Promise<NativeBlock> {
        if (!(await this.#journal.startNativeCall(operation))) throw new Failure('result-not-stored');
        const result = await this.#goTallo.blockUser(id, target, sendUntil(operation, this.#timing));
        const told: NativeBlock = { ...nativeBlockAfter(result, target), at: this.#now() };
        if (result.outcome === 'refused' || result.outcome === 'not-sent') return told;
        const after = await this.#isNativeBlocked(id);
        if (after === null) return told;
        if (after === (target === 'blocked')) return this.#known(target);
        // Not applied, or not yet: it may still be carried out.
        if (result.outcome === 'unconfirmed') return told;
        return { status: 'unconfirmed', reason: 'not-clear', at: this.#now() };
    }

    #known(status: NativeBlockTarget): NativeBlock {
        return { status, reason: null, at: this.#now() };
    }

    async #isNativeBlocked(id: ConversationId): Promise<boolean | null> {
        if (this.#goTallo.reads !== 'state-and-native-block') return null;
        return (await this.#goTallo.read(id))?.isNativeBlocked ?? null;
    }
}

/** After a clear no, or when it never left, everything is as it was; whether that is what was asked for is said. */
function nativeBlockAfter(result: BlockUserResult, target: NativeBlockTarget): Omit<NativeBlock, 'at'> {
    switch (result.outcome) {
        case 'confirmed':
            return { status: target, reason: null };
        case 'unconfirmed':
            return { status: 'unconfirmed', reason: result.reason };
        case 'refused':
            return { status: target === 'blocked' ? 'refused' : 'blocked', reason: result.reason };
        case 'not-sent':
            return { status: target === 'blocked' ? 'not-blocked' : 'blocked', reason: 'not-reached' };
    }
}
