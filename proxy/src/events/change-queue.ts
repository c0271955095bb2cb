import type { ConversationChange } from '../conversations/ports.ts';

interface Waiting {
    change: ConversationChange;
    /** When it was told, by the caller's clock. */
    toldAt: number;
}

/** Changes that wait to be published: the newest of each conversation, oldest first, and no more than `most`. */
export class ChangeQueue {
    readonly #most: number;
    readonly #waiting = new Map<string, Waiting>();

    constructor(most: number) {
        this.#most = most;
    }

    get size(): number {
        return this.#waiting.size;
    }

    /** Takes the place of an earlier change of the same conversation. Returns how many others had to go for it. */
    add(change: ConversationChange, toldAt: number): number {
        this.#waiting.delete(change.conversationId);
        this.#waiting.set(change.conversationId, { change, toldAt });
        return this.#shrink();
    }

    /** Takes out the oldest. */
    take(most: number): Waiting[] {
        const taken = [...this.#waiting.values()].slice(0, most);
        for (const { change } of taken) this.#waiting.delete(change.conversationId);
        return taken;
    }

    /** Puts back what was taken, in front, unless the conversation has changed since. Returns how many had to go. */
    giveBack(taken: readonly Waiting[]): number {
        const newer = [...this.#waiting.values()];
        this.#waiting.clear();
        for (const each of [...taken, ...newer]) this.#waiting.set(each.change.conversationId, each);
        return this.#shrink();
    }

    /** Drops those that were told before. Returns how many. */
    dropToldBefore(time: number): number {
        const old = [...this.#waiting.values()].filter(({ toldAt }) => toldAt < time);
        for (const { change } of old) this.#waiting.delete(change.conversationId);
        return old.length;
    }

    #shrink(): number {
        return this.take(Math.max(0, this.#waiting.size - this.#most)).length;
    }
}
