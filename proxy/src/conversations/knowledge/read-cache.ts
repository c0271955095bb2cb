import { LRUCache } from 'lru-cache';
import { atMost } from '../../lib/at-most.ts';
import type { GoTallo, ReadObservation } from '../ports.ts';
import type { ConversationId } from './conversation-id.ts';

const MAX_ENTRIES = 10_000;

/** Remembers what GoTallo said of a conversation, for as long as it counts as fresh; asked once at a time. */
export class ReadCache {
    readonly #cache: LRUCache<string, { read: ReadObservation | null }>;
    readonly #freshMs: number;

    /** @param freshMs 0 asks GoTallo every time */
    constructor(goTallo: GoTallo, freshMs: number) {
        this.#freshMs = freshMs;
        this.#cache = new LRUCache({
            ...atMost(MAX_ENTRIES),
            ttl: Math.max(1, freshMs),
            fetchMethod: async (id) => ({ read: await goTallo.read(id as ConversationId) })
        });
    }

    /** What GoTallo said, while it is fresh; undefined when it has to be asked. */
    known(id: ConversationId): ReadObservation | null | undefined {
        return this.#freshMs === 0 ? undefined : this.#cache.get(id)?.read;
    }

    /** What GoTallo says; null when it cannot be read. Never throws. */
    async read(id: ConversationId): Promise<ReadObservation | null> {
        const entry = await this.#cache.forceFetch(id, { forceRefresh: this.#freshMs === 0 });
        return entry.read;
    }
}
