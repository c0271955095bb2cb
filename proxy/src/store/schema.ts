import type { ColumnType, Generated } from 'kysely';
import type { ConversationState } from '#contract';
import type { PlatformReason } from '../conversations/ports.ts';
import type { HistoryEntry, Operation, PlatformStatus, SeenState, Undoable, Wish } from '../conversations/records.ts';

type InsertOnce<T> = ColumnType<T, T, never>;

/** One row per conversation we know something of. Whoever changes what belongs to a conversation locks it first. */
export interface ConversationTable {
    tenant: InsertOnce<string>;
    /** Dashed UUID. */
    conversation_id: InsertOnce<string>;
    /** The state GoTallo last confirmed to us. */
    state: ConversationState | null;
    state_at: Date | null;
    /** A change that got no clear answer: its kind, and up to when older evidence no longer counts. */
    doubt_kind: Wish['kind'] | null;
    doubt_at: Date | null;
    /** The newest state that was seen from outside. */
    seen_state: ConversationState | null;
    seen_at: Date | null;
    seen_source: SeenState['source'] | null;
    channel: string | null;
    customer_name: string | null;
    last_inbound_at: Date | null;
    /** The channel's own block; null: never touched or seen. */
    platform_status: PlatformStatus | null;
    platform_reason: PlatformReason | null;
    platform_at: Date | null;
    /** Until when GoTallo may still carry out an earlier wish, by the clock of the database. */
    late_until: Date | null;
    /** The last operation, while nothing was accepted since and it can be taken back: see `Undoable`. */
    undo_operation: string | null;
    undo_agent: string | null;
    undo_kind: Undoable['kind'] | null;
    undo_state: ConversationState | null;
    undo_block: string | null;
    undo_at: Date | null;
    /** The operation that the last one took back. */
    undone_operation: string | null;
}

/** The operation journal: a row is committed before anything is sent, and never deleted. */
export interface OperationTable {
    id: InsertOnce<string>;
    /** The order in which operations were accepted. */
    number: Generated<string>;
    tenant: InsertOnce<string>;
    conversation_id: InsertOnce<string>;
    kind: InsertOnce<HistoryEntry['kind']>;
    wish: InsertOnce<HistoryEntry['wish']>;
    reason: InsertOnce<string | null>;
    /** False: the wish does not speak of the reason, so what the block says stays. */
    reason_said: ColumnType<boolean, boolean | undefined, never>;
    note: InsertOnce<string | null>;
    note_said: ColumnType<boolean, boolean | undefined, never>;
    until: ColumnType<Date | null, Date | null | undefined, never>;
    until_said: ColumnType<boolean, boolean | undefined, never>;
    origin: ColumnType<HistoryEntry['origin'], HistoryEntry['origin'] | undefined, never>;
    /** The operation that it takes back. */
    undoes: ColumnType<string | null, string | null | undefined, never>;
    /** Null: nobody here. */
    agent_id: InsertOnce<string | null>;
    agent_name: InsertOnce<string | null>;
    accepted_at: InsertOnce<Date>;
    ended_at: ColumnType<Date | null, Date | undefined, Date | null>;
    outcome: ColumnType<HistoryEntry['outcome'], HistoryEntry['outcome'] | undefined, HistoryEntry['outcome']>;
    failure: ColumnType<string | null, never, string | null>;
    /** The lease of the process that carries it out; null: nobody does. */
    holder: string | null;
    /** When the lease runs out, or when it is to be taken up again, by the clock of the database. */
    lease_until: Date | null;
    tries: Generated<number>;
    platform_step: Generated<Operation['platformStep']>;
    platform_outcome: PlatformStatus | null;
    /** The unfinished operation whose place it took. */
    supersedes: ColumnType<string | null, string | null | undefined, never>;
}

/** Our blocks; at most one per conversation is open. */
export interface BlockTable {
    id: InsertOnce<string>;
    tenant: InsertOnce<string>;
    conversation_id: InsertOnce<string>;
    /** The operation that opened it; null in rows older than the column. */
    opened_by: string | null;
    agent_id: string;
    agent_name: string;
    reason: string | null;
    note: string | null;
    since: Date;
    confirmed: ColumnType<boolean, boolean | undefined, boolean>;
    ended_at: ColumnType<Date | null, never, Date | null>;
    /** The operation whose acceptance ended it, because that blocks anew; null when it was ended otherwise. */
    ended_by: ColumnType<string | null, never, string | null>;
    /** When it ends by itself. */
    until: ColumnType<Date | null, Date | null | undefined, Date | null>;
    /** How often its end was taken into hands, */
    end_tries: Generated<number>;
    /** and when it is to be done again, by the clock of the database. */
    end_again_at: ColumnType<Date | null, never, Date | null>;
}

/** Messages that webhooks told, so that a repeat is known as one. */
export interface WebhookMessageTable {
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
