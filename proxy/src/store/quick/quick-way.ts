import type { Kysely } from 'kysely';
import type { ConversationRecord } from '../../conversations/knowledge/records.ts';
import { Batches } from '../batches.ts';
import type { ConversationKey } from '../queries/conversation.ts';
import { readRecords } from '../queries/record.ts';
import type { Schema } from '../schema.ts';
import { writeAcceptances, type AcceptanceRow } from './acceptance.ts';
import { writeConfirmations, type ConfirmationRow } from './confirmation.ts';
import { inOneStatement } from './in-one-statement.ts';
import { writeNativeCalls, type NativeCallRow } from './native-call.ts';

/** Two cost less than one, since the next batch is put together while the database is at the one before. */
const READS = { atOnce: 2, rows: 100 };
/** Each holds the rows that it writes until its commit, so a second one would only wait for the disk, too. */
const WRITES = { atOnce: 1, rows: 50 };

/**
 * The usual case of what the journal does, in one statement, together with all that waits for the same. Whatever is not
 * usual is left as it was, and takes the transaction that the journal has for it.
 */
export interface QuickWay {
    /** What is stored at a moment after it was asked for. */
    read(key: ConversationKey): Promise<ConversationRecord>;
    /**
     * Accepts a command if the conversation is still as it was judged.
     * @returns false when it is not, or somebody else is at it: then nothing was written
     * @throws Failure `result-not-stored` when the commit got no answer
     */
    accept(row: AcceptanceRow): Promise<boolean>;
    /** Marks that Block User is about to be sent. @returns and throws as `accept` */
    startNativeCall(row: NativeCallRow): Promise<boolean>;
    /**
     * Writes down that a new block was confirmed.
     * @returns what is stored now; null when nothing was written
     * @throws as `accept`
     */
    confirm(row: ConfirmationRow): Promise<ConversationRecord | null>;
}

/** One for all tenants of a database: each row names its own. */
export function createQuickWay(db: Kysely<Schema>): QuickWay {
    const reads = new Batches((keys: readonly ConversationKey[]) => readRecords(db, keys), READS);
    const acceptances = new Batches(inOneStatement(db, writeAcceptances), WRITES);
    const nativeCalls = new Batches(inOneStatement(db, writeNativeCalls), WRITES);
    const confirmations = new Batches(inOneStatement(db, writeConfirmations), WRITES);
    return {
        read: (key) => reads.ask(key),
        accept: async (row) => (await acceptances.ask(row)) !== null,
        startNativeCall: async (row) => (await nativeCalls.ask(row)) !== null,
        confirm: (row) => confirmations.ask(row)
    };
}
