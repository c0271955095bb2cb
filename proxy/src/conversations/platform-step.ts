import { Failure } from '../failure.ts';
import type { ConversationId } from './conversation-id.ts';
import type { Journal } from './journal.ts';
import { isLostCall } from './platform-standing.ts';
import type { BlockUserResult, GoTallo } from './ports.ts';
import type { Operation, PlatformBlock } from './records.ts';
import { sendUntil, type ProtocolTiming } from './timing.ts';

/** What the channel's own block is to become. */
export type PlatformWish = 'blocked' | 'not-blocked';

/**
 * Brings the channel's own block to the wish, from a status that is known to be the other one. Block User is a toggle,
 * so it is sent once: the step is committed first, and from then on the status is not known until an answer or a
 * reading tells.
 */
export class PlatformStep {
    readonly #goTallo: GoTallo;
    readonly #journal: Journal;
    readonly #timing: ProtocolTiming;

    constructor(goTallo: GoTallo, journal: Journal, timing: ProtocolTiming) {
        this.#goTallo = goTallo;
        this.#journal = journal;
        this.#timing = timing;
    }

    /**
     * @returns what is stored of the channel's own block afterwards
     * @throws Failure `store-unavailable` when nothing was sent, `result-not-stored` when the conversation is not ours
     *   anymore or the answer could not be written down
     */
    async take(operation: Operation, wish: PlatformWish): Promise<PlatformBlock> {
        const id = operation.conversationId as ConversationId;
        const before = await this.#isPlatformBlocked(id);
        const platform = before === (wish === 'blocked') ? known(wish) : await this.#send(operation, id, wish);
        await this.#journal.endPlatformStep(operation, platform, isLostCall(platform) ? this.#timing.lateMs : 0);
        return platform;
    }

    async #send(operation: Operation, id: ConversationId, wish: PlatformWish): Promise<PlatformBlock> {
        if (!(await this.#journal.beginPlatformStep(operation))) throw new Failure('result-not-stored');
        const result = await this.#goTallo.blockUser(id, wish, sendUntil(operation, this.#timing));
        const told = platformAfter(result, wish);
        if (result.outcome === 'refused' || result.outcome === 'not-sent') return told;
        const after = await this.#isPlatformBlocked(id);
        if (after === null) return told;
        if (after === (wish === 'blocked')) return known(wish);
        // Not applied, or not yet: it may still be carried out.
        return result.outcome === 'unconfirmed' ? told : { status: 'unconfirmed', reason: 'not-clear', at: new Date() };
    }

    async #isPlatformBlocked(id: ConversationId): Promise<boolean | null> {
        if (this.#goTallo.reads !== 'state-and-platform') return null;
        return (await this.#goTallo.read(id))?.isPlatformBlocked ?? null;
    }
}

function known(status: PlatformWish): PlatformBlock {
    return { status, reason: null, at: new Date() };
}

/** After a clear no, or when it never left, everything is as it was; whether that is what was wished for is said. */
function platformAfter(result: BlockUserResult, wish: PlatformWish): PlatformBlock {
    switch (result.outcome) {
        case 'confirmed':
            return known(wish);
        case 'unconfirmed':
            return { status: 'unconfirmed', reason: result.reason, at: new Date() };
        case 'refused':
            return { status: wish === 'blocked' ? 'refused' : 'blocked', reason: result.reason, at: new Date() };
        case 'not-sent':
            return {
                status: wish === 'blocked' ? 'not-blocked' : 'blocked',
                reason: 'not-reached',
                at: new Date()
            };
    }
}
