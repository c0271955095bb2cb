import { sql, type Kysely } from 'kysely';
import type { ConversationRecord, Operation } from '../../conversations/knowledge/records.ts';
import type { ConfirmedEnding } from '../../conversations/protocol/ending.ts';
import { NEXT_NATIVE_VERSION, NEXT_STATE_AT, type ConversationKey } from '../queries/conversation.ts';
import { notInFuture } from '../queries/clock.ts';
import { keptStatement } from '../queries/kept-statement.ts';
import { LAST_BLOCK, RECORD_COLUMNS, toRecord, type RecordRow } from '../queries/record.ts';
import type { Schema } from '../schema.ts';

/** A confirmation as the statement takes it. */
export type ConfirmationRow = ReturnType<typeof confirmationRow>;

/** Whether confirming it takes one statement: it is a new block at its first try, and nothing is in flight that undoes it. */
export function isUsual(operation: Operation, ending: ConfirmedEnding): operation is Operation & { id: string } {
    const { id, command, outcome, tries, mayBeUndone, blockBefore } = operation;
    const isNew = command.kind === 'block' && command.undoes === undefined && blockBefore === null;
    const isFirst = id !== null && outcome === 'pending' && tries === 0;
    return isNew && isFirst && !mayBeUndone && ending.nativeBlock === null && ending.inFlightMs === 0;
}

/**
 * @param operation a usual one
 * @param at now
 */
export function confirmationRow(
    key: ConversationKey,
    { id, lease, command }: Operation & { id: string },
    { ending, at }: { ending: ConfirmedEnding; at: Date }
) {
    const { undo, nativeCall } = ending;
    return {
        ...key,
        operation_id: id,
        lease_id: lease,
        state: command.state,
        state_at: ending.at,
        is_native_called: nativeCall !== null,
        native_status: nativeCall?.nativeBlock.status ?? null,
        native_reason: nativeCall?.nativeBlock.reason ?? null,
        native_at: nativeCall?.nativeBlock.at ?? null,
        native_in_flight_ms: nativeCall === null || nativeCall.inFlightMs === 0 ? null : nativeCall.inFlightMs,
        undo_operation: undo && id,
        undo_agent: undo && undo.agentId,
        undo_kind: undo && undo.kind,
        undo_state: undo && undo.state,
        undo_block: undo && undo.blockId,
        undo_at: undo && at,
        at
    };
}

/**
 * The conversation is still ours, and its block the open one. Both are read as they were when the statement began; the row
 * of the conversation is changed only if it still is that version, for then nothing that belongs to it has changed since.
 */
const confirm = keptStatement<ConfirmationRow, RecordRow & { opened_by: string }>(
    (rows) => sql`
        with asked as (
            select * from json_to_recordset(${rows}) as a (
                tenant text, conversation_id uuid, operation_id uuid, lease_id uuid, state text, state_at timestamptz,
                is_native_called boolean, native_status text, native_reason text, native_at timestamptz,
                native_in_flight_ms float8, undo_operation uuid, undo_agent text, undo_kind text, undo_state text,
                undo_block uuid, undo_at timestamptz, at timestamptz
            )
        ), held as (
            select a.*, ours.block_id from asked as a cross join lateral (
                select block.id as block_id
                from conversation as seen
                join block on block.tenant = seen.tenant and block.conversation_id = seen.conversation_id
                    and block.ended_at is null and block.opened_by = a.operation_id
                join conversation as c on c.tenant = seen.tenant and c.conversation_id = seen.conversation_id
                    and c.version = seen.version
                where seen.tenant = a.tenant and seen.conversation_id = a.conversation_id
                    and seen.lease_id = a.lease_id
                limit 1 for update of c skip locked
            ) as ours
        ), changed as (
            update conversation
            set state = a.state, state_at = least(greatest(a.state_at, ${NEXT_STATE_AT}), statement_timestamp()),
                observed_at = ${notInFuture('observed_at')},
                native_status = case when a.is_native_called then a.native_status else conversation.native_status end,
                native_reason = case when a.is_native_called then a.native_reason else conversation.native_reason end,
                native_at = case when a.is_native_called then a.native_at else conversation.native_at end,
                native_version = case when a.is_native_called then ${NEXT_NATIVE_VERSION}
                    else conversation.native_version end,
                native_in_flight_until = case when a.is_native_called
                    then clock_timestamp() + a.native_in_flight_ms * interval '1 millisecond'
                    else conversation.native_in_flight_until end,
                undo_operation = a.undo_operation, undo_agent = a.undo_agent, undo_kind = a.undo_kind,
                undo_state = a.undo_state, undo_block = a.undo_block, undo_at = a.undo_at, undone_operation = null,
                target_state = null, target_operation = null, in_doubt = false, lease_id = null, due_at = null
            from held as a
            where conversation.tenant = a.tenant and conversation.conversation_id = a.conversation_id
            returning conversation.*
        ), completed as (
            update operation
            set outcome = 'confirmed', failure = null, ended_at = coalesce(operation.ended_at, a.at),
                recovery_point = case when a.is_native_called then 'native-call-ended' else operation.recovery_point end,
                native_outcome = case when a.is_native_called then a.native_status else operation.native_outcome end
            from held as a
            where operation.id = a.operation_id
        ), confirmed as (
            update block set confirmed = true, end_tries = 0, end_again_at = null
            from held as a
            where block.id = a.block_id
            returning block.*
        )
        select b.opened_by, ${RECORD_COLUMNS}
        from confirmed as b
        join changed as c on c.tenant = b.tenant and c.conversation_id = b.conversation_id
        left join operation as o on false
        ${LAST_BLOCK}`
);

/** @returns what is stored now, by the operations that were confirmed */
export async function writeConfirmations(
    db: Kysely<Schema>,
    rows: readonly ConfirmationRow[]
): Promise<ReadonlyMap<string, ConversationRecord>> {
    const confirmed = await confirm(db, rows);
    return new Map(confirmed.map((row) => [row.opened_by, toRecord(row)]));
}
