import { LRUCache } from 'lru-cache';
import { Failure } from '../failure.ts';
import { channelFacts } from './channel-facts.ts';
import type { ConversationId } from './conversation-id.ts';
import type { Journal } from './journal.ts';
import type { Facts } from './known-state.ts';
import { MessageCache } from './message-cache.ts';
import type { Caller, GoTallo, MessageEvidence, Reading } from './ports.ts';
import { ReadingCache } from './reading-cache.ts';
import { findingsOf, type SightingOptions } from './sightings.ts';

/** While webhooks tell what is new in a conversation, Salesforce is asked this much more rarely, */
const WEBHOOK_FACTOR = 10;
/** until none has come for so long. */
const WEBHOOK_SILENCE_MS = 10 * 60 * 1000;
const MAX_HEARD = 100_000;

/** How what is known is gathered. */
export interface FactsReaderOptions {
    /** How long the answers of Salesforce and GoTallo count as fresh. */
    evidenceSeconds: number;
    /** How long something that was sent and not answered may still take effect. */
    lateMs: number;
}

/**
 * Gathers what is known of a conversation: the journal, GoTallo where it can be read, Salesforce as the agent sees it.
 * What GoTallo told is written down where it changes anything; what one agent sees never is.
 */
export class FactsReader {
    readonly #journal: Journal;
    readonly #goTallo: GoTallo;
    readonly #lateMs: number;
    readonly #messages: MessageCache;
    readonly #readings: ReadingCache | null;
    readonly #heard = new LRUCache<string, true>({ max: MAX_HEARD, ttl: WEBHOOK_SILENCE_MS });

    constructor(journal: Journal, goTallo: GoTallo, { evidenceSeconds, lateMs }: FactsReaderOptions) {
        const freshMs = evidenceSeconds * 1000;
        this.#journal = journal;
        this.#goTallo = goTallo;
        this.#lateMs = lateMs;
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
        return this.#noted(id, facts).catch((error: unknown) => {
            // What cannot be written down is shown all the same.
            if (error instanceof Failure && error.code === 'store-unavailable') return facts;
            throw error;
        });
    }

    /**
     * For a change. It sets an absolute state, so Salesforce being away is no reason to refuse it. Where it is not
     * known whether the channel blocks, GoTallo is asked anew.
     * @throws Failure `invalid-token`, `store-unavailable`
     */
    async forChange(caller: Caller, id: ConversationId): Promise<Facts> {
        const [message, known] = await Promise.all([this.#newestMessage(caller, id), this.#reading(id)]);
        const record = await this.#journal.read(id);
        const asksAnew =
            record.nativeBlock?.status === 'unconfirmed' && this.#goTallo.reads === 'state-and-native-block';
        const reading = asksAnew ? await this.#goTallo.read(id) : known;
        return this.#noted(id, { message: message.told, reading, record });
    }

    /**
     * For what happens without an agent: what GoTallo says now.
     * @throws Failure `store-unavailable`
     */
    async forTimer(id: ConversationId): Promise<Facts> {
        const reading = await this.#goTallo.read(id);
        return this.#noted(id, { message: null, reading, record: await this.#journal.read(id) });
    }

    /** What is looked at beside what is known, for what is seen of others. */
    sightingOptions(facts: Facts): SightingOptions {
        return { isNative: channelFacts(facts, this.#goTallo.nativeChannels).isNative, lateMs: this.#lateMs };
    }

    /** Writes down what GoTallo's answer shows and the store does not know. @returns what is known then */
    async #noted(id: ConversationId, facts: Facts): Promise<Facts> {
        const options = this.sightingOptions(facts);
        if (facts.reading === null || findingsOf(facts, options) === null) return facts;
        await this.#journal.note(id, (record) => findingsOf({ ...facts, record }, options));
        return { ...facts, record: await this.#journal.read(id) };
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
    const { confirmedState, seenState, unfinished, openBlock } = record;
    return [confirmedState, seenState, unfinished, openBlock, reading?.state].some((known) => known != null);
}
