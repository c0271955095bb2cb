import { LRUCache } from 'lru-cache';
import { Failure } from '../../lib/failure.ts';
import type { Caller, GoTallo, MessageObservation, ReadObservation } from '../ports.ts';
import type { ConversationId } from './conversation-id.ts';
import { findingsOf, type Findings } from './findings.ts';
import { knownChannel } from './known-channel.ts';
import type { Snapshot } from './known-state.ts';
import { MessageCache } from './message-cache.ts';
import { ReadCache } from './read-cache.ts';
import type { RecordStore } from './record-store.ts';
import type { ConversationRecord } from './records.ts';

/** While webhooks tell what is new in a conversation, Salesforce is asked this much more rarely, */
const WEBHOOK_FACTOR = 10;
/** until none has come for so long. */
const WEBHOOK_SILENCE_MS = 10 * 60 * 1000;
const MAX_HEARD = 100_000;

/** How what is known is gathered. */
export interface SnapshotReaderOptions {
    /** How long the answers of Salesforce and GoTallo count as fresh. */
    evidenceSeconds: number;
}

/**
 * Gathers what is known of a conversation: the journal, GoTallo where it can be read, Salesforce as the agent sees it.
 * What GoTallo told is written down where it changes anything; what one agent sees never is.
 */
export class SnapshotReader {
    readonly #records: RecordStore;
    readonly #goTallo: GoTallo;
    readonly #messages: MessageCache;
    readonly #reads: ReadCache | null;
    readonly #heard = new LRUCache<string, true>({ max: MAX_HEARD, ttl: WEBHOOK_SILENCE_MS });

    constructor(records: RecordStore, goTallo: GoTallo, { evidenceSeconds }: SnapshotReaderOptions) {
        const freshMs = evidenceSeconds * 1000;
        this.#records = records;
        this.#goTallo = goTallo;
        this.#messages = new MessageCache((id) => (this.#heard.has(id) ? freshMs * WEBHOOK_FACTOR : freshMs));
        this.#reads = goTallo.reads === 'nothing' ? null : new ReadCache(goTallo, freshMs);
    }

    /** A webhook told of this conversation. */
    heardWebhook(id: ConversationId): void {
        this.#heard.set(id, true);
    }

    /**
     * For showing. With Salesforce away, what is known otherwise is still worth showing: the view says as of when.
     * @throws Failure `salesforce-unavailable` when nothing else is known, `invalid-token`, `store-unavailable`
     */
    async forView(caller: Caller, id: ConversationId): Promise<Snapshot> {
        const [message, read] = await Promise.all([this.#newestMessage(caller, id), this.#newestRead(id)]);
        // The journal comes last: it is quick, and a change may end while the others are asked.
        const snapshot = { message: message.told, read, record: await this.#records.read(id) };
        if (message.away !== null && !isAnythingKnown(snapshot)) throw message.away;
        return this.#noted(id, snapshot).catch((error: unknown) => {
            // What cannot be written down is shown all the same.
            if (error instanceof Failure && error.code === 'store-unavailable') return snapshot;
            throw error;
        });
    }

    /**
     * For a change. It sets an absolute state, so Salesforce being away is no reason to refuse it. Where it is not
     * known whether the channel blocks, GoTallo is asked anew.
     * @throws Failure `invalid-token`, `store-unavailable`
     */
    async forChange(caller: Caller, id: ConversationId): Promise<Snapshot> {
        const [message, known] = await Promise.all([this.#newestMessage(caller, id), this.#newestRead(id)]);
        const record = await this.#records.read(id);
        const asksAnew =
            record.nativeBlock?.status === 'unconfirmed' && this.#goTallo.reads === 'state-and-native-block';
        const read = asksAnew ? await this.#goTallo.read(id) : known;
        return this.#noted(id, { message: message.told, read, record });
    }

    /**
     * For what happens without an agent: what GoTallo says now.
     * @throws Failure `store-unavailable`
     */
    async forTimer(id: ConversationId): Promise<Snapshot> {
        const read = await this.#goTallo.read(id);
        return this.#noted(id, { message: null, read, record: await this.#records.read(id) });
    }

    /** Whether the native block is used there. */
    isNative(snapshot: Snapshot): boolean {
        return knownChannel(snapshot, this.#goTallo.nativeChannels).isNative;
    }

    /** Writes down what GoTallo's answer shows and the store does not know. @returns what is known then */
    async #noted(id: ConversationId, snapshot: Snapshot): Promise<Snapshot> {
        const isNative = this.isNative(snapshot);
        if (snapshot.read === null || findingsOf(snapshot, isNative) === null) return snapshot;
        const find = (record: ConversationRecord): Findings | null => findingsOf({ ...snapshot, record }, isNative);
        return { ...snapshot, record: await this.#records.recordFindings(id, find) };
    }

    async #newestMessage(caller: Caller, id: ConversationId): Promise<Told> {
        try {
            return { told: await this.#messages.newestMessage(caller, id), away: null };
        } catch (error) {
            if (!(error instanceof Failure) || error.code !== 'salesforce-unavailable') throw error;
            return { told: null, away: error };
        }
    }

    async #newestRead(id: ConversationId): Promise<ReadObservation | null> {
        return this.#reads === null ? null : this.#reads.read(id);
    }
}

/** What Salesforce told, or why it told nothing. */
interface Told {
    told: MessageObservation | null;
    away: Failure | null;
}

function isAnythingKnown({ record, read }: Snapshot): boolean {
    const { confirmedState, observedState, unfinished, openBlock } = record;
    return [confirmedState, observedState, unfinished, openBlock, read?.state].some((known) => known != null);
}
