import { LRUCache } from 'lru-cache';
import { atMost } from '../../lib/at-most.ts';
import { Failure } from '../../lib/failure.ts';
import type { Caller, GoTallo, ReadObservation } from '../ports.ts';
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
    readonly #heard = new LRUCache<string, true>({ ...atMost(MAX_HEARD), ttl: WEBHOOK_SILENCE_MS });

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
        const known = this.#inMemory(caller, id) ?? (await this.#asked(caller, id));
        // The journal comes last: it is quick, and a change may end while the others are asked.
        const snapshot = { message: known.message, read: known.read, record: await this.#records.read(id) };
        if (known.away !== null && !isAnythingKnown(snapshot)) throw known.away;
        if (snapshot.read === null) return snapshot; // only what GoTallo told is written down
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
        const known = await this.#asked(caller, id);
        const record = await this.#records.read(id);
        const asksAnew =
            record.nativeBlock?.status === 'unconfirmed' && this.#goTallo.reads === 'state-and-native-block';
        const read = asksAnew ? await this.#goTallo.read(id) : known.read;
        return this.#noted(id, { message: known.message, read, record });
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

    /** What the others told, where all of it is fresh, at once; null when somebody has to be asked. */
    #inMemory(caller: Caller, id: ConversationId): FromOthers | null {
        const message = this.#messages.known(caller, id);
        const read = this.#reads === null ? null : this.#reads.known(id);
        return message === undefined || read === undefined ? null : { message, read, away: null };
    }

    async #asked(caller: Caller, id: ConversationId): Promise<FromOthers> {
        const [message, read] = await Promise.all([this.#newestMessage(caller, id), this.#newestRead(id)]);
        return { ...message, read };
    }

    async #newestMessage(caller: Caller, id: ConversationId): Promise<Omit<FromOthers, 'read'>> {
        try {
            return { message: await this.#messages.newestMessage(caller, id), away: null };
        } catch (error) {
            if (!(error instanceof Failure) || error.code !== 'salesforce-unavailable') throw error;
            return { message: null, away: error };
        }
    }

    async #newestRead(id: ConversationId): Promise<ReadObservation | null> {
        return this.#reads === null ? null : this.#reads.read(id);
    }
}

/** What Salesforce and GoTallo told. */
interface FromOthers extends Pick<Snapshot, 'message' | 'read'> {
    /** Why Salesforce told nothing; null when it was asked. */
    away: Failure | null;
}

function isAnythingKnown({ record, read }: Snapshot): boolean {
    const { confirmedState, observedState, unfinished, openBlock } = record;
    return [confirmedState, observedState, unfinished, openBlock, read?.state].some((known) => known != null);
}
