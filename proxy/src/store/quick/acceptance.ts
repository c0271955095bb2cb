import { sql, type Kysely } from 'kysely';
import type { AgentName } from '#contract';
import type { ConversationRecord } from '../../conversations/knowledge/records.ts';
import type { AcceptedOperation } from '../../conversations/protocol/journal.ts';
import type { Acceptance } from '../../conversations/rules/decision.ts';
import { blockRow } from '../queries/block.ts';
import { NEXT_NATIVE_VERSION, type ConversationKey } from '../queries/conversation.ts';
import { keptStatement } from '../queries/kept-statement.ts';
import { operationRow } from '../queries/operation.ts';
import type { Schema } from '../schema.ts';

/** An acceptance as the statement takes it. */
export type AcceptanceRow = ReturnType<typeof acceptanceRow>;

/** What is accepted, upon which record, by whom, and for how long it is theirs. */
export interface Accepting {
    acceptance: Acceptance;
    record: ConversationRecord;
    by: AgentName | null;
    leaseMs: number;
}

/**
 * Whether accepting it takes one statement: nothing of the conversation is unfinished, in flight or to be ended, and nothing
 * is taken back.
 */
export function isQuick({ acceptance, record }: Pick<Accepting, 'acceptance' | 'record'>): boolean {
    return (
        record.unfinished === null &&
        record.inFlight === null &&
        record.nativeInFlightMs === 0 &&
        acceptance.command.undoes === undefined &&
        (acceptance.endsOpenBlock === null || record.openBlock === null)
    );
}

/** @param operation what is accepted */
export function acceptanceRow(
    key: ConversationKey,
    operation: AcceptedOperation,
    { acceptance: { command, isDoubtful, nativeBlock }, record, by, leaseMs }: Accepting
) {
    const opens = command.kind === 'block' && by !== null && record.openBlock === null;
    const { id, accepted_at, ...asked } = operationRow(key, operation, by);
    const { id: block_id, reason, note, until } = opens ? blockRow(key, operation, by) : { id: null };
    return {
        ...asked,
        operation_id: id,
        accepted_at,
        version: record.version,
        lease_id: operation.lease,
        lease_ms: leaseMs,
        in_doubt: isDoubtful,
        is_native_written: nativeBlock !== null,
        native_status: nativeBlock?.status ?? null,
        native_reason: nativeBlock?.reason ?? null,
        native_at: nativeBlock?.at ?? null,
        block_id,
        reason: reason ?? null,
        note: note ?? null,
        until: until ?? null
    };
}

/**
 * Where nothing was stored, the conversation is inserted; else it is changed, if it is still the version that was judged and
 * nobody holds its row. In the order of their keys, so that two proxies that insert the same never wait for each other.
 */
const accept = keptStatement<AcceptanceRow, { operation_id: string }>(
    (rows) => sql`
        with asked as (
            select * from json_to_recordset(${rows}) as a (
                tenant text, conversation_id uuid, version bigint, operation_id uuid, lease_id uuid, lease_ms float8,
                in_doubt boolean, is_native_written boolean, native_status text, native_reason text,
                native_at timestamptz, kind text, target text, terms text, block_before text, retries_native boolean,
                origin text, agent_id text, agent_name text, accepted_at timestamptz, block_id uuid, reason text,
                note text, until timestamptz
            )
        ), held as (
            select a.* from asked as a cross join lateral (
                select 1 from conversation as c
                where c.tenant = a.tenant and c.conversation_id = a.conversation_id and c.version = a.version
                limit 1 for update skip locked
            ) as locked
        ), changed as (
            update conversation
            set target_state = a.target, target_operation = a.operation_id, in_doubt = a.in_doubt,
                lease_id = a.lease_id, due_at = clock_timestamp() + a.lease_ms * interval '1 millisecond', tries = 0,
                native_status = case when a.is_native_written then a.native_status else conversation.native_status end,
                native_reason = case when a.is_native_written then a.native_reason else conversation.native_reason end,
                native_at = case when a.is_native_written then a.native_at else conversation.native_at end,
                native_version = case when a.is_native_written then ${NEXT_NATIVE_VERSION}
                    else conversation.native_version end,
                undo_operation = null, undo_agent = null, undo_kind = null, undo_state = null, undo_block = null,
                undo_at = null, undone_operation = null
            from held as a
            where conversation.tenant = a.tenant and conversation.conversation_id = a.conversation_id
            returning conversation.target_operation as operation_id
        ), added as (
            insert into conversation (tenant, conversation_id, target_state, target_operation, in_doubt, lease_id, due_at,
                native_status, native_reason, native_at, native_version)
            select a.tenant, a.conversation_id, a.target, a.operation_id, a.in_doubt, a.lease_id,
                clock_timestamp() + a.lease_ms * interval '1 millisecond',
                a.native_status, a.native_reason, a.native_at, a.is_native_written::integer
            from asked as a
            where a.version is null
            order by a.tenant, a.conversation_id
            on conflict do nothing
            returning target_operation as operation_id
        ), accepted as (
            select operation_id from changed union all select operation_id from added
        ), written as (
            insert into operation (id, tenant, conversation_id, kind, target, terms, block_before, retries_native, origin,
                agent_id, agent_name, accepted_at)
            select a.operation_id, a.tenant, a.conversation_id, a.kind, a.target, a.terms::jsonb, a.block_before::jsonb,
                a.retries_native, a.origin, a.agent_id, a.agent_name, a.accepted_at
            from asked as a join accepted using (operation_id)
        ), opened as (
            insert into block (id, tenant, conversation_id, opened_by, agent_id, agent_name, since, reason, note, until)
            select a.block_id, a.tenant, a.conversation_id, a.operation_id, a.agent_id, a.agent_name, a.accepted_at,
                a.reason, a.note, a.until
            from asked as a join accepted using (operation_id)
            where a.block_id is not null
        )
        select operation_id from accepted`
);

/** @returns the operations that are accepted now */
export async function writeAcceptances(
    db: Kysely<Schema>,
    rows: readonly AcceptanceRow[]
): Promise<ReadonlyMap<string, true>> {
    const accepted = await accept(db, rows);
    return new Map(accepted.map(({ operation_id }) => [operation_id, true]));
}
