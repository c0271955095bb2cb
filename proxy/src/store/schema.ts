import type { ColumnType, Generated } from 'kysely';
import type { ConversationState, NativeBlockReason } from '#contract';
import type { SaidTerms } from '../conversations/knowledge/block-terms.ts';
import type { EarlierBlock } from '../conversations/knowledge/earlier-blocks.ts';
import type {
    HistoryEntry,
    Operation,
    NativeBlockStatus,
    ObservedState,
    Undoable
} from '../conversations/knowledge/records.ts';

/** `SaidTerms` as JSON: moments are in ISO 8601. */
export type StoredTerms = { [Term in keyof SaidTerms]: string | null };

type InsertOnce<T> = ColumnType<T, T, never>;

/**
 * One row per conversation we know something of. Whoever changes what belongs to a conversation locks it first. All
 * times until when something lasts go by the clock of the database.
 */
interface ConversationTable {
    tenant: InsertOnce<string>;
    /** Dashed UUID. */
    conversation_id: InsertOnce<string>;
    /** The state GoTallo last confirmed to us. */
    state: ConversationState | null;
    state_at: Date | null;
    /** What it is being brought to, and the operation that asked for it, while `due_at` is not null. */
    target_state: ConversationState | null;
    target_operation: string | null;
    /** The state is not known until GoTallo has confirmed the target, with nothing in flight that could undo it. */
    in_doubt: Generated<boolean>;
    /** Of the process that brings it there now; null: nobody does. */
    lease_id: string | null;
    /** When the lease runs out, or when the target is to be sent again; null: there is nothing to do. */
    due_at: Date | null;
    /** How often the target was taken up again after its first try. */
    tries: Generated<number>;
    /** What was sent, unanswered, and may still take effect until then; null: more than one state. */
    in_flight_state: ConversationState | null;
    in_flight_until: Date | null;
    /** The newest state that was seen from outside. */
    observed_state: ConversationState | null;
    observed_at: Date | null;
    observed_source: ObservedState['source'] | null;
    channel: string | null;
    customer_name: string | null;
    last_inbound_at: Date | null;
    /** The native block; null: never touched or seen. */
    native_status: NativeBlockStatus | null;
    native_reason: NativeBlockReason | null;
    native_at: Date | null;
    /** Until when a Block User that got no clear answer may still take effect. */
    native_in_flight_until: Date | null;
    /** How often the native block was written. */
    native_version: Generated<number>;
    /** The last operation, while nothing was accepted since and it can be taken back: see `Undoable`. */
    undo_operation: string | null;
    undo_agent: string | null;
    undo_kind: Undoable['kind'] | null;
    undo_state: ConversationState | null;
    undo_block: string | null;
    undo_at: Date | null;
    /** The operation that the last one took back. */
    undone_operation: string | null;
    /** When a webhook last told of it. */
    webhook_at: Date | null;
    /** How many blocks held and are over, and the one that ended last. */
    earlier_blocks: Generated<number>;
    last_block: string | null;
    /** Another one after every write of this row, and never one that was there before; the database sees to it. */
    version: ColumnType<string, never, never>;
}

/** The operation journal: a row is committed before anything is sent, and never deleted. */
export interface OperationTable {
    id: InsertOnce<string>;
    /** The order in which operations were accepted. */
    number: Generated<string>;
    tenant: InsertOnce<string>;
    conversation_id: InsertOnce<string>;
    kind: InsertOnce<HistoryEntry['kind']>;
    target: InsertOnce<HistoryEntry['target']>;
    /** What is said of the block, as JSON; what is not in it is not spoken of, so what the block says stays. */
    terms: ColumnType<StoredTerms, string | undefined, never>;
    /** What the confirmed block said that it was accepted upon, as JSON; null: there was none. */
    block_before: ColumnType<StoredTerms | null, string | null | undefined, never>;
    origin: ColumnType<HistoryEntry['origin'], HistoryEntry['origin'] | undefined, never>;
    /** The operation that it takes back. */
    undoes: ColumnType<string | null, string | null | undefined, never>;
    /** A block that asks the channel once more. */
    retries_native: ColumnType<boolean, boolean | undefined, never>;
    /** Null: nobody here. */
    agent_id: InsertOnce<string | null>;
    agent_name: InsertOnce<string | null>;
    accepted_at: InsertOnce<Date>;
    ended_at: ColumnType<Date | null, Date | undefined, Date | null>;
    outcome: ColumnType<HistoryEntry['outcome'], HistoryEntry['outcome'] | undefined, HistoryEntry['outcome']>;
    failure: ColumnType<string | null, never, string | null>;
    recovery_point: Generated<Operation['recoveryPoint']>;
    native_outcome: NativeBlockStatus | null;
}

/** Our blocks; at most one per conversation is open. */
export interface BlockTable {
    id: InsertOnce<string>;
    tenant: InsertOnce<string>;
    conversation_id: InsertOnce<string>;
    /** The operation that opened it. */
    opened_by: string | null;
    agent_id: string;
    agent_name: string;
    /** Who last changed what it says, and when. */
    changed_by_id: ColumnType<string | null, never, string | null>;
    changed_by_name: ColumnType<string | null, never, string | null>;
    changed_at: ColumnType<Date | null, never, Date | null>;
    reason: string | null;
    note: string | null;
    since: Date;
    confirmed: ColumnType<boolean, boolean | undefined, boolean>;
    ended_at: ColumnType<Date | null, never, Date | null>;
    /** The operation whose acceptance ended it, because that blocks anew; null when it was ended otherwise. */
    ended_by: ColumnType<string | null, never, string | null>;
    /** How it ended after it had held; null: it never held, was taken back, or has not ended yet. */
    ended_how: ColumnType<EarlierBlock['ended'] | null, never, EarlierBlock['ended'] | null>;
    /** The one that had ended last when this one ended. */
    block_before: ColumnType<string | null, never, string | null>;
    /** When it ends by itself. */
    until: ColumnType<Date | null, Date | null | undefined, Date | null>;
    /** How often its end was taken into hands, */
    end_tries: Generated<number>;
    /** and when it is to be done again, by the clock of the database. */
    end_again_at: ColumnType<Date | null, never, Date | null>;
}

/** Messages that webhooks told, so that a repeat is known as one. */
interface WebhookMessageTable {
    tenant: InsertOnce<string>;
    message_id: InsertOnce<string>;
    modified_at: InsertOnce<Date>;
    received_at: ColumnType<Date, never, never>;
}

/** The whole store, as Kysely sees it. */
export interface Schema {
    conversation: ConversationTable;
    operation: OperationTable;
    block: BlockTable;
    webhook_message: WebhookMessageTable;
}
