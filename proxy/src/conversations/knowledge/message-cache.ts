import { LRUCache } from 'lru-cache';
import { atMost } from '../../lib/at-most.ts';
import type { Agent, Caller, MessageObservation } from '../ports.ts';
import type { ConversationId } from './conversation-id.ts';

const MAX_ENTRIES = 10_000;

/**
 * Remembers what each agent was told of a conversation, for as long as it counts as fresh. It is kept per agent
 * because Salesforce answers by sharing: what one agent may see, another may not.
 */
export class MessageCache {
    readonly #cache: LRUCache<string, { message: MessageObservation | null }, { caller: Caller; id: ConversationId }>;
    readonly #freshMs: (id: ConversationId) => number;

    /** @param freshMs for how many milliseconds an answer of now is fresh; 0 asks Salesforce every time */
    constructor(freshMs: (id: ConversationId) => number) {
        this.#freshMs = freshMs;
        this.#cache = new LRUCache({
            ...atMost(MAX_ENTRIES),
            ttl: 1,
            fetchMethod: async (_key, _stale, { context }) => ({
                message: await context.caller.newestMessage(context.id)
            })
        });
    }

    /** What this agent was told, while it is fresh; undefined when Salesforce has to be asked. */
    known({ agent }: Caller, id: ConversationId): MessageObservation | null | undefined {
        return this.#freshMs(id) === 0 ? undefined : this.#cache.get(keyOf(agent, id))?.message;
    }

    /**
     * The newest message, asked at most once at a time per agent and conversation.
     * @throws Failure `salesforce-unavailable`, `invalid-token`; a failure is not remembered
     */
    async newestMessage(caller: Caller, id: ConversationId): Promise<MessageObservation | null> {
        const ttl = this.#freshMs(id);
        const entry = await this.#cache.forceFetch(keyOf(caller.agent, id), {
            context: { caller, id },
            ttl: Math.max(1, ttl),
            forceRefresh: ttl === 0
        });
        return entry.message;
    }
}

function keyOf(agent: Agent, id: ConversationId): string {
    return `${agent.id} ${id}`;
}
