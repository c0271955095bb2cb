import { Failure } from '../failure.ts';
import type { ConversationId } from './conversation-id.ts';
import type { Facts } from './known-state.ts';
import { MessageCache } from './message-cache.ts';
import type { Caller } from './ports.ts';
import type { Journal } from './records.ts';

/** Gathers what is known of a conversation: the journal, and Salesforce as the agent sees it. */
export class FactsReader {
    readonly #journal: Journal;
    readonly #messages: MessageCache;

    /** @param evidenceSeconds how long Salesforce's answer counts as fresh */
    constructor(journal: Journal, evidenceSeconds: number) {
        this.#journal = journal;
        this.#messages = new MessageCache(evidenceSeconds);
    }

    /**
     * For showing. With Salesforce away, what the journal knows is still worth showing: the view says as of when.
     * @throws Failure `salesforce-unavailable` when nothing else is known, `invalid-token`, `store-unavailable`
     */
    async forView(caller: Caller, id: ConversationId): Promise<Facts> {
        return this.#read(caller, id, ({ record }) => Object.values(record).some((known) => known !== null));
    }

    /**
     * For a change. It sets an absolute state, so Salesforce being away is no reason to refuse it.
     * @throws Failure `invalid-token`, `store-unavailable`
     */
    async forChange(caller: Caller, id: ConversationId): Promise<Facts> {
        return this.#read(caller, id, () => true);
    }

    async #read(caller: Caller, id: ConversationId, isEnough: (facts: Facts) => boolean): Promise<Facts> {
        // The journal comes last: it is quick, and a change may end while Salesforce is asked.
        try {
            const message = await this.#messages.newestMessage(caller, id);
            return { message, record: await this.#journal.read(id) };
        } catch (error) {
            if (!(error instanceof Failure) || error.code !== 'salesforce-unavailable') throw error;
            const facts = { message: null, record: await this.#journal.read(id) };
            if (isEnough(facts)) return facts;
            throw error;
        }
    }
}
