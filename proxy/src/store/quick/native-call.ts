import { sql, type Kysely } from 'kysely';
import type { NativeBlock, Operation } from '../../conversations/knowledge/records.ts';
import { NEXT_NATIVE_VERSION, type ConversationKey } from '../queries/conversation.ts';
import { keptStatement } from '../queries/kept-statement.ts';
import type { Schema } from '../schema.ts';

/** A native call that is about to start, as the statement takes it. */
export type NativeCallRow = ReturnType<typeof nativeCallRow>;

/**
 * @param operation one that somebody asked for
 * @param nativeBlock what holds from now on
 */
export function nativeCallRow(
    key: ConversationKey,
    { lease }: Operation,
    { operationId, nativeBlock }: { operationId: string; nativeBlock: NativeBlock }
) {
    return {
        ...key,
        operation_id: operationId,
        lease_id: lease,
        native_status: nativeBlock.status,
        native_reason: nativeBlock.reason,
        native_at: nativeBlock.at
    };
}

const start = keptStatement<NativeCallRow, { operation_id: string }>(
    (rows) => sql`
        with asked as (
            select * from json_to_recordset(${rows}) as a (
                tenant text, conversation_id uuid, operation_id uuid, lease_id uuid, native_status text,
                native_reason text, native_at timestamptz
            )
        ), held as (
            select a.* from asked as a cross join lateral (
                select 1 from conversation as c
                where c.tenant = a.tenant and c.conversation_id = a.conversation_id
                    and c.lease_id = a.lease_id and c.target_operation = a.operation_id
                limit 1 for update skip locked
            ) as locked
        ), changed as (
            update conversation
            set native_status = a.native_status, native_reason = a.native_reason, native_at = a.native_at,
                native_version = ${NEXT_NATIVE_VERSION}, native_in_flight_until = conversation.due_at
            from held as a
            where conversation.tenant = a.tenant and conversation.conversation_id = a.conversation_id
        )
        update operation
        set recovery_point = 'native-call-started', native_outcome = a.native_status
        from held as a
        where operation.id = a.operation_id
        returning operation.id as operation_id`
);

/** @returns the operations that are marked now */
export async function writeNativeCalls(
    db: Kysely<Schema>,
    rows: readonly NativeCallRow[]
): Promise<ReadonlyMap<string, true>> {
    const started = await start(db, rows);
    return new Map(started.map(({ operation_id }) => [operation_id, true]));
}
