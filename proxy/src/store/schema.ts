import type { ColumnType, Generated } from 'kysely';
import type { ConversationState, OperationView } from '#contract';

type InsertOnce<T> = ColumnType<T, T, never>;

/** One row per conversation we know something of. */
export interface ConversationTable {
    tenant: InsertOnce<string>;
    /** Dashed UUID. */
    conversation_id: InsertOnce<string>;
    /** The state GoTallo last confirmed to us. */
    state: ConversationState | null;
    state_at: Date | null;
    /** A change that got no clear answer: its kind, and when it ended. */
    doubt_kind: OperationView['kind'] | null;
    doubt_at: Date | null;
}

/** The operation journal: a row is committed before anything is sent, and never deleted. */
export interface OperationTable {
    id: InsertOnce<string>;
    /** The order in which operations were accepted. */
    number: Generated<string>;
    tenant: InsertOnce<string>;
    conversation_id: InsertOnce<string>;
    kind: InsertOnce<OperationView['kind']>;
    wish: InsertOnce<ConversationState>;
    reason: InsertOnce<string | null>;
    note: InsertOnce<string | null>;
    agent_id: InsertOnce<string>;
    agent_name: InsertOnce<string>;
    accepted_at: InsertOnce<Date>;
    ended_at: ColumnType<Date | null, never, Date>;
    outcome: ColumnType<OperationView['outcome'], never, OperationView['outcome']>;
    failure: ColumnType<string | null, never, string | null>;
}

/** Our blocks; at most one per conversation is open. */
export interface BlockTable {
    id: InsertOnce<string>;
    tenant: InsertOnce<string>;
    conversation_id: InsertOnce<string>;
    agent_id: string;
    agent_name: string;
    reason: string | null;
    note: string | null;
    since: Date;
    confirmed: ColumnType<boolean, never, boolean>;
    ended_at: ColumnType<Date | null, never, Date>;
}

/** The whole store, as Kysely sees it. */
export interface Schema {
    conversation: ConversationTable;
    operation: OperationTable;
    block: BlockTable;
}
