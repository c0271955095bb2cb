import { Failure } from '../failure.ts';
import type { ConversationId } from './conversation-id.ts';
import type { Journal } from './journal.ts';
import type { Facts } from './known-state.ts';
import { MessageCache } from './message-cache.ts';
import type { Caller, GoTallo, Reading } from './ports.ts';
import { ReadingCache } from './reading-cache.ts';

/** While webhooks tell what is new, Salesforce is asked this much more rarely, */
const WEBHOOK_FACTOR = 10;
/** until none has come for so long. */
const WEBHOOK_SILENCE_MS = 10 * 60 * 1000;

/** Gathers what is known of a conversation: the journal, GoTallo where it can be read, Salesforce as the agent sees it. */
export class FactsReader {
    readonly #journal: Journal;
    readonly #messages: MessageCache;
    readonly #readings: ReadingCache | null;
    #lastWebhookAt = -Infinity;

    /** @param evidenceSeconds how long the answers of Salesforce and GoTallo count as fresh */
    constructor(journal: Journal, goTallo: GoTallo, evidenceSeconds: number) {
        const freshMs = evidenceSeconds * 1000;
        this.#journal = journal;
        this.#messages = new MessageCache(() => (this.#hearsWebhooks() ? freshMs * WEBHOOK_FACTOR : freshMs));
        this.#readings = goTallo.reads === 'nothing' ? null : new ReadingCache(goTallo, freshMs);
    }

    /** A webhook of this tenant has come. */
    heardWebhook(): void {
        this.#lastWebhookAt = performance.now();
    }

    /**
     * For showing. With Salesforce away, what is known otherwise is still worth showing: the view says as of when.
     * @throws Failure `salesforce-unavailable` when nothing else is known, `invalid-token`, `store-unavailable`
     */
    async forView(caller: Caller, id: ConversationId): Promise<Facts> {
        const reading: Promise<Reading | null> = this.#readings?.read(id) ?? Promise.resolve(null);
        // The journal comes last: it is quick, and a change may end while the others are asked.
        try {
            const message = await this.#messages.newestMessage(caller, id);
            return { message, reading: await reading, record: await this.#journal.read(id) };
        } catch (error) {
            nullWhenAway(error);
            const facts = { message: null, reading: await reading, record: await this.#journal.read(id) };
            if (isAnythingKnown(facts)) return facts;
            throw error;
        }
    }

    /**
     * For a change. It sets an absolute state, so Salesforce being away is no reason to refuse it. What is stored is
     * read when the change is accepted.
     * @throws Failure `invalid-token`
     */
    async forChange(caller: Caller, id: ConversationId): Promise<Omit<Facts, 'record'>> {
        const [message, reading] = await Promise.all([
            this.#messages.newestMessage(caller, id).catch(nullWhenAway),
            this.#readings?.read(id) ?? null
        ]);
        return { message, reading };
    }

    #hearsWebhooks(): boolean {
        return performance.now() - this.#lastWebhookAt < WEBHOOK_SILENCE_MS;
    }
}

function isAnythingKnown({ record, reading }: Facts): boolean {
    const { confirmedState, seenState, doubt, openBlock } = record;
    return [confirmedState, seenState, doubt, openBlock, reading?.state].some((known) => known != null);
}

function nullWhenAway(error: unknown): null {
    if (error instanceof Failure && error.code === 'salesforce-unavailable') return null;
    throw error;
}
