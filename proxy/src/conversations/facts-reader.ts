import { LRUCache } from 'lru-cache';
import { Failure } from '../failure.ts';
import type { ConversationId } from './conversation-id.ts';
import type { Journal } from './journal.ts';
import type { Facts } from './known-state.ts';
import { MessageCache } from './message-cache.ts';
import type { Caller, GoTallo, MessageEvidence, Reading } from './ports.ts';
import { ReadingCache } from './reading-cache.ts';

/** While webhooks tell what is new in a conversation, Salesforce is asked this much more rarely, */
const WEBHOOK_FACTOR = 10;
/** until none has come for so long. */
const WEBHOOK_SILENCE_MS = 10 * 60 * 1000;
const MAX_HEARD = 100_000;

/** Gathers what is known of a conversation: the journal, GoTallo where it can be read, Salesforce as the agent sees it. */
export class FactsReader {
    readonly #journal: Journal;
    readonly #goTallo: GoTallo;
    readonly #messages: MessageCache;
    readonly #readings: ReadingCache | null;
    readonly #heard = new LRUCache<string, true>({ max: MAX_HEARD, ttl: WEBHOOK_SILENCE_MS });

    /** @param evidenceSeconds how long the answers of Salesforce and GoTallo count as fresh */
    constructor(journal: Journal, goTallo: GoTallo, evidenceSeconds: number) {
        const freshMs = evidenceSeconds * 1000;
        this.#journal = journal;
        this.#goTallo = goTallo;
        this.#messages = new MessageCache((id) => (this.#heard.has(id) ? freshMs * WEBHOOK_FACTOR : freshMs));
        this.#readings = goTallo.reads === 'nothing' ? null : new ReadingCache(goTallo, freshMs);
    }

    /** A webhook told of this conversation. */
    heardWebhook(id: ConversationId): void {
        this.#heard.set(id, true);
    }

    /**
     * For showing. With Salesforce away, what is known otherwise is still worth showing: the view says as of when.
     * @throws Failure `salesforce-unavailable` when nothing else is known, `invalid-token`, `store-unavailable`
     */
    async forView(caller: Caller, id: ConversationId): Promise<Facts> {
        const [message, reading] = await Promise.all([this.#newestMessage(caller, id), this.#reading(id)]);
        // The journal comes last: it is quick, and a change may end while the others are asked.
        const facts = { message: message.told, reading, record: await this.#journal.read(id) };
        if (message.away !== null && !isAnythingKnown(facts)) throw message.away;
        return facts;
    }

    /**
     * For a change. It sets an absolute state, so Salesforce being away is no reason to refuse it. Where it is not
     * known whether the channel blocks, GoTallo is asked anew.
     * @throws Failure `invalid-token`, `store-unavailable`
     */
    async forChange(caller: Caller, id: ConversationId): Promise<Facts> {
        const [message, known] = await Promise.all([this.#newestMessage(caller, id), this.#reading(id)]);
        const record = await this.#journal.read(id);
        const asksAnew = record.platform?.status === 'unconfirmed' && this.#goTallo.reads === 'state-and-platform';
        return { message: message.told, reading: asksAnew ? await this.#goTallo.read(id) : known, record };
    }

    async #newestMessage(caller: Caller, id: ConversationId): Promise<Told> {
        try {
            return { told: await this.#messages.newestMessage(caller, id), away: null };
        } catch (error) {
            if (!(error instanceof Failure) || error.code !== 'salesforce-unavailable') throw error;
            return { told: null, away: error };
        }
    }

    async #reading(id: ConversationId): Promise<Reading | null> {
        return this.#readings === null ? null : this.#readings.read(id);
    }
}

/** What Salesforce told, or why it told nothing. */
interface Told {
    told: MessageEvidence | null;
    away: Failure | null;
}

function isAnythingKnown({ record, reading }: Facts): boolean {
    const { confirmedState, seenState, doubt, openBlock } = record;
    return [confirmedState, seenState, doubt, openBlock, reading?.state].some((known) => known != null);
}
