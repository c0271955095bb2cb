import { sql, type CompiledQuery, type InferResult, type Kysely } from 'kysely';
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
import { TERMS_COLUMNS, toTerms } from './terms.ts';

type Row = InferResult<ReturnType<typeof selectRecord>>[number];

/** Put together once: every view and every change asks for it, and its text never differs. */
let compiled: CompiledQuery<Row> | undefined;

/** What is stored of the conversation, its open block and its unfinished operation, in one query. */
export async function readRecord(db: Kysely<Schema>, key: ConversationKey): Promise<ConversationRecord> {
    compiled ??= selectRecord(db, { tenant: '', conversation_id: '' }).compile();
    const { rows } = await db.executeQuery<Row>({ ...compiled, parameters: [key.tenant, key.conversation_id] });
    const [row] = rows;
    return row === undefined ? NOTHING_STORED : toRecord(row);
}

/**
 * Locks the conversation until the end of the transaction, and reads what is stored of it. Not in one query: one that
 * waits for a lock sees, of all but the locked row, what was stored before it waited.
 */
export async function lockRecord(trx: Kysely<Schema>, key: ConversationKey): Promise<ConversationRecord> {
    const isNew = await lockConversation(trx, key);
    return isNew ? NOTHING_STORED : readRecord(trx, key);
}

/** Its parameters are the tenant and the id, in this order. */
function selectRecord(db: Kysely<Schema>, key: ConversationKey) {
    return db
        .selectFrom('conversation as c')
        .leftJoin('block as b', (join) =>
            join
                .onRef('b.tenant', '=', 'c.tenant')
                .onRef('b.conversation_id', '=', 'c.conversation_id')
                .on('b.ended_at', 'is', null)
        )
        .leftJoin('operation as o', (join) =>
            join.onRef('o.id', '=', 'c.target_operation').on('c.due_at', 'is not', null)
        )
        .leftJoin('block as e', 'e.id', 'c.last_block')
        .select(['c.state', 'c.state_at', 'c.observed_state', 'c.observed_at', 'c.observed_source'])
        .select([
            'c.target_state',
            'c.due_at',
            'c.in_doubt',
            'c.in_flight_state',
            'c.in_flight_until',
            isLeased('c').as('is_leased')
        ])
        .select(isToCome('c.in_flight_until').as('is_in_flight'))
        .select(msUntil('c.native_in_flight_until').as('native_in_flight_ms'))
        .select(['c.channel', 'c.customer_name', 'c.last_inbound_at'])
        .select(['c.native_status', 'c.native_reason', 'c.native_at', 'c.native_version'])
        .select(['c.undo_operation', 'c.undo_agent', 'c.undo_kind', 'c.undo_state', 'c.undo_block', 'c.undo_at'])
        .select(['c.undone_operation', 'c.earlier_blocks'])
        .select(['e.since as last_since', 'e.ended_at as last_ended_at', 'e.ended_how as last_ended_how'])
        .select(['e.agent_id as last_agent_id', 'e.agent_name as last_agent_name', 'e.reason as last_reason'])
        .select(['b.id as block_id', 'b.agent_id', 'b.agent_name', 'b.since', 'b.confirmed'])
        .select(TERMS_COLUMNS.map((column) => `b.${column}` as const))
        .select(['b.changed_by_id', 'b.changed_by_name', 'b.changed_at'])
        .select(['o.id as operation_id', 'o.outcome'])
        .select(COMMAND_COLUMNS.map((column) => `o.${column}` as const))
        .where('c.tenant', '=', key.tenant)
        .where('c.conversation_id', '=', sql<string>`${key.conversation_id}::uuid`);
}

function toRecord(row: Row): ConversationRecord {
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
        earlierBlocks: toEarlierBlocks(row)
    };
}

function toOpenBlock(row: Row): OpenBlock | null {
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

function toEarlierBlocks(row: Row): EarlierBlocks | null {
    const { last_agent_id: id, last_agent_name: name, last_ended_how: ended } = row;
    const { last_since: since, last_ended_at: endedAt, last_reason: reason } = row;
    if (id === null || name === null || ended === null || since === null || endedAt === null) return null;
    return { count: row.earlier_blocks, last: { since, endedAt, ended, by: { id, name }, reason } };
}

function toChanged({ changed_by_id: id, changed_by_name: name, changed_at: at }: Row): OpenBlock['changed'] {
    return id === null || name === null || at === null ? null : { by: { id, name }, at };
}

function toUnfinished(row: Row): Unfinished | null {
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

function toUndoable(row: Row): Undoable | null {
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
