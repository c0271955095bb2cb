import { sql, type Kysely, type RawBuilder, type Selectable } from 'kysely';
import {
    NOTHING_STORED,
    type ConversationRecord,
    type OpenBlock,
    type Operation,
    type Undoable,
    type Unfinished
} from '../../conversations/knowledge/records.ts';
import type { EarlierBlocks } from '../../conversations/knowledge/earlier-blocks.ts';
import type { Schema } from '../schema.ts';
import { isLeased, isToCome, msUntil } from './clock.ts';
import { COMMAND_COLUMNS, targetCommand } from './command.ts';
import { lockConversation, type ConversationKey } from './conversation.ts';
import { keptStatement } from './kept-statement.ts';
import { TERMS_COLUMNS, toTerms } from './terms.ts';

/**
 * What a record is made of: of its conversation `c`, its open block `b`, its unfinished operation `o`, and the block `e`
 * that ended last.
 */
export const RECORD_COLUMNS = sql<RecordRow>`
    c.version::text as version, c.state, c.state_at, c.observed_state, c.observed_at, c.observed_source,
    c.target_state, c.due_at, c.in_doubt, c.in_flight_state, c.in_flight_until, ${isLeased('c')} as is_leased,
    ${isToCome('c.in_flight_until')} as is_in_flight, ${msUntil('c.native_in_flight_until')} as native_in_flight_ms,
    c.channel, c.customer_name, c.last_inbound_at,
    c.native_status, c.native_reason, c.native_at, c.native_version,
    c.undo_operation, c.undo_agent, c.undo_kind, c.undo_state, c.undo_block, c.undo_at, c.undone_operation,
    c.earlier_blocks, e.since as last_since, e.ended_at as last_ended_at, e.ended_how as last_ended_how,
    e.agent_id as last_agent_id, e.agent_name as last_agent_name, e.reason as last_reason,
    b.id as block_id, b.agent_id, b.agent_name, b.since, b.confirmed, ${columnsOf('b', TERMS_COLUMNS)},
    b.changed_by_id, b.changed_by_name, b.changed_at,
    o.id as operation_id, o.outcome, ${columnsOf('o', COMMAND_COLUMNS)}`;

/**
 * The block that ended last before the conversation `c`. `limit 1` has the database look it up for each conversation: where no
 * block has ended yet, a plain join looks like one that finds nothing, so that any plan seems good for it.
 */
export const LAST_BLOCK = sql`left join lateral (select * from block where block.id = c.last_block limit 1) as e on true`;

/** One conversation at a time, each by its key, whatever the database believes of how many there are. */
const selectRecords = keptStatement<ConversationKey & { place: number }, RecordRow & { place: number }>(
    (rows) => sql`
        select a.place, r.*
        from json_to_recordset(${rows}) as a (place integer, tenant text, conversation_id uuid)
        cross join lateral (
            select ${RECORD_COLUMNS}
            from conversation as c
            left join block as b
                on b.tenant = c.tenant and b.conversation_id = c.conversation_id and b.ended_at is null
            left join lateral (
                select * from operation where operation.id = c.target_operation limit 1
            ) as o on c.due_at is not null
            ${LAST_BLOCK}
            where c.tenant = a.tenant and c.conversation_id = a.conversation_id
            limit 1
        ) as r`
);

/** What is stored of conversations, each with its open block and its unfinished operation, in one query; in their order. */
export async function readRecords(db: Kysely<Schema>, keys: readonly ConversationKey[]): Promise<ConversationRecord[]> {
    const rows = await selectRecords(
        db,
        keys.map((key, place) => ({ place, ...key }))
    );
    const records = keys.map(() => NOTHING_STORED);
    for (const row of rows) records[row.place] = toRecord(row);
    return records;
}

/** What is stored of one. */
export async function readRecord(db: Kysely<Schema>, key: ConversationKey): Promise<ConversationRecord> {
    const [record = NOTHING_STORED] = await readRecords(db, [key]);
    return record;
}

/**
 * Locks the conversation until the end of the transaction, and reads what is stored of it. Not in one query: one that
 * waits for a lock sees, of all but the locked row, what was stored before it waited.
 */
export async function lockRecord(trx: Kysely<Schema>, key: ConversationKey): Promise<ConversationRecord> {
    const isNew = await lockConversation(trx, key);
    return isNew ? NOTHING_STORED : readRecord(trx, key);
}

function columnsOf(table: 'b' | 'o', columns: readonly string[]): RawBuilder<unknown> {
    return sql.join(columns.map((column) => sql.ref(`${table}.${column}`)));
}

type Stored = { [Table in keyof Schema]: Selectable<Schema[Table]> };
type Maybe<Columns> = { [Column in keyof Columns]: Columns[Column] | null };

/** What is stored of a conversation, as `RECORD_COLUMNS` names it. */
export type RecordRow = Omit<Stored['conversation'], 'tenant' | 'conversation_id'> & {
    is_leased: boolean;
    is_in_flight: boolean;
    native_in_flight_ms: number;
    block_id: string | null;
    operation_id: string | null;
} & Maybe<Pick<Stored['block'], 'agent_id' | 'agent_name' | 'since' | 'confirmed' | (typeof TERMS_COLUMNS)[number]>> &
    Pick<Stored['block'], 'changed_by_id' | 'changed_by_name' | 'changed_at'> &
    Maybe<Pick<Stored['operation'], 'outcome' | (typeof COMMAND_COLUMNS)[number]>> & {
        last_since: Date | null;
        last_ended_at: Date | null;
        last_ended_how: Stored['block']['ended_how'];
        last_agent_id: string | null;
        last_agent_name: string | null;
        last_reason: string | null;
    };

/** From its row. */
export function toRecord(row: RecordRow): ConversationRecord {
    const { state, state_at, observed_state, observed_at, observed_source } = row;
    const { native_status, native_reason, native_at } = row;
    return {
        confirmedState: state !== null && state_at !== null ? { state, at: state_at } : null,
        observedState:
            observed_state !== null && observed_at !== null && observed_source !== null
                ? { state: observed_state, at: observed_at, source: observed_source }
                : null,
        openBlock: toOpenBlock(row),
        nativeBlock:
            native_status !== null && native_at !== null
                ? { status: native_status, reason: native_reason, at: native_at }
                : null,
        nativeInFlightMs: row.native_in_flight_ms,
        nativeVersion: row.native_version,
        contact: { channel: row.channel, customerName: row.customer_name, lastInboundAt: row.last_inbound_at },
        unfinished: toUnfinished(row),
        inFlight: row.in_flight_until === null ? null : { state: row.in_flight_state, isOver: !row.is_in_flight },
        undoable: toUndoable(row),
        undone: row.undone_operation,
        earlierBlocks: toEarlierBlocks(row),
        version: row.version
    };
}

function toOpenBlock(row: RecordRow): OpenBlock | null {
    const { block_id, agent_id, agent_name, since } = row;
    if (block_id === null || agent_id === null || agent_name === null || since === null) return null;
    return {
        id: block_id,
        by: { id: agent_id, name: agent_name },
        changed: toChanged(row),
        terms: toTerms(row),
        since,
        confirmed: row.confirmed ?? false
    };
}

function toEarlierBlocks(row: RecordRow): EarlierBlocks | null {
    const { last_agent_id: id, last_agent_name: name, last_ended_how: ended } = row;
    const { last_since: since, last_ended_at: endedAt, last_reason: reason } = row;
    if (id === null || name === null || ended === null || since === null || endedAt === null) return null;
    return { count: row.earlier_blocks, last: { since, endedAt, ended, by: { id, name }, reason } };
}

function toChanged({ changed_by_id: id, changed_by_name: name, changed_at: at }: RecordRow): OpenBlock['changed'] {
    return id === null || name === null || at === null ? null : { by: { id, name }, at };
}

function toUnfinished(row: RecordRow): Unfinished | null {
    const { due_at, operation_id, outcome } = row;
    if (due_at === null) return null;
    return {
        id: operation_id,
        command: targetCommand(row),
        // One that failed is no target.
        outcome: (outcome ?? 'confirmed') as Operation['outcome'],
        isLeased: row.is_leased,
        isInDoubt: row.in_doubt
    };
}

function toUndoable(row: RecordRow): Undoable | null {
    const { undo_operation, undo_agent, undo_kind, undo_state, undo_at } = row;
    if (undo_operation === null || undo_agent === null || undo_kind === null) return null;
    if (undo_state === null || undo_at === null) return null;
    return {
        operationId: undo_operation,
        agentId: undo_agent,
        kind: undo_kind,
        state: undo_state,
        blockId: row.undo_block,
        at: undo_at
    };
}
