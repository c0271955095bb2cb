import { sql, type Insertable, type Kysely } from 'kysely';
import type { AgentName } from '#contract';
import type { HistoryEntry, Operation } from '../../conversations/knowledge/records.ts';
import type { AcceptedOperation, Progress } from '../../conversations/protocol/journal.ts';
import type { OperationTable, Schema, StoredTerms } from '../schema.ts';
import { fromNow, isLeased, isToCome } from './clock.ts';
import { commandColumns, targetCommand, COMMAND_COLUMNS, type TargetColumns } from './command.ts';
import { inFlightColumns, type ConversationKey } from './conversation.ts';
import { storedTerms, toBlockTerms } from './terms.ts';

/** An operation that is accepted, as its row. @param by null: nobody here */
export function operationRow(key: ConversationKey, operation: AcceptedOperation, by: AgentName | null) {
    const { id, command, acceptedAt, blockBefore } = operation;
    return {
        id,
        ...key,
        agent_id: by?.id ?? null,
        agent_name: by?.name ?? null,
        ...commandColumns(command),
        block_before: blockBefore && storedTerms(blockBefore),
        origin: by === null ? 'timer' : 'agent',
        accepted_at: acceptedAt
    } satisfies Insertable<OperationTable>;
}

/** Ends an operation that nobody carries out, because another command takes its place. */
export async function supersede(db: Kysely<Schema>, tenant: string, id: string, at: Date): Promise<void> {
    await db
        .updateTable('operation')
        .set({
            ended_at: at,
            outcome: sql`case outcome when 'pending' then 'unknown' else outcome end`,
            failure: sql`case outcome when 'pending' then 'interrupted' else failure end`
        })
        .where('tenant', '=', tenant)
        .where('id', '=', id)
        .where('ended_at', 'is', null)
        .execute();
}

/** How an operation stands; null when there is none of that id. The one of null is what was seen of others. */
export async function selectProgress(
    db: Kysely<Schema>,
    key: ConversationKey,
    id: string | null
): Promise<Progress | null> {
    const row = await db
        .selectFrom('conversation as c')
        .leftJoin('operation as o', (join) => join.onRef('o.tenant', '=', 'c.tenant').on('o.id', '=', id))
        .select(['o.id', 'o.outcome', 'o.failure'])
        .select(
            sql<boolean>`(${isLeased('c')} and c.target_operation is not distinct from ${id}::uuid)`.as('is_leased')
        )
        .where('c.tenant', '=', key.tenant)
        .where('c.conversation_id', '=', key.conversation_id)
        .executeTakeFirst();
    if (row === undefined || (id !== null && row.id === null)) return null;
    return { outcome: row.outcome ?? 'confirmed', failure: row.failure, isLeased: row.is_leased };
}

/** Whose hands claimed conversations are in from now on, and for how long. */
export interface Lease {
    id: string;
    ms: number;
}

/** Takes over due conversations that nobody else is taking over or changing right now, the longest due first. */
export async function claimDue(db: Kysely<Schema>, tenant: string, limit: number, lease: Lease): Promise<Operation[]> {
    const leasedAt = performance.now();
    const rows = await db
        .with('due', (qb) => selectDue(qb, tenant, limit))
        .updateTable('conversation as c')
        .from('due')
        .leftJoin('operation as o', 'o.id', 'due.target_operation')
        .set({ lease_id: lease.id, due_at: fromNow(lease.ms), tries: sql`c.tries + 1` })
        .where('c.tenant', '=', tenant)
        .whereRef('c.conversation_id', '=', 'due.conversation_id')
        .returning(['c.conversation_id', 'c.target_state', 'c.tries', 'o.id', 'o.accepted_at', 'o.outcome'])
        .returning(['o.recovery_point', 'o.block_before'])
        .returning(COMMAND_COLUMNS.map((column) => `o.${column}` as const))
        .returning(
            sql<boolean>`(${isToCome('c.in_flight_until')} and c.in_flight_state is distinct from c.target_state)`.as(
                'may_be_undone'
            )
        )
        .execute();
    return rows.map((row) => ({ ...toOperation(row), lease: lease.id, leasedAt }));
}

function selectDue(db: Pick<Kysely<Schema>, 'selectFrom'>, tenant: string, limit: number) {
    return db
        .selectFrom('conversation as c')
        .select(['c.conversation_id', 'c.target_operation'])
        .where('c.tenant', '=', tenant)
        .where((eb) =>
            eb.or([
                eb('c.due_at', '<=', sql<Date>`clock_timestamp()`),
                // No pause is as long: the clock was put back since.
                eb('c.due_at', '>', sql<Date>`clock_timestamp() + interval '2 hours'`)
            ])
        )
        .where(sql<boolean>`not ${isBlockOver}`)
        .orderBy('c.due_at')
        .limit(limit)
        .forUpdate()
        .skipLocked();
}

/**
 * Whether it is to be blocked, and the time of the block is over: then its end is due, and no block. An end that was asked
 * for and is not confirmed counts only where it is later: else it is confirmed first.
 */
const isBlockOver = sql<boolean>`(c.target_state = 'BLOCKED' and exists (
    select from block as b left join operation as o on o.id = c.target_operation
    where b.tenant = c.tenant and b.conversation_id = c.conversation_id and b.ended_at is null
        and b.until <= clock_timestamp()
        and case when o.kind = 'block' and o.terms ? 'until'
            then (o.terms ->> 'until')::timestamptz <= clock_timestamp() else true end))`;

interface ClaimedRow extends TargetColumns {
    conversation_id: string;
    tries: number;
    id: string | null;
    accepted_at: Date | null;
    outcome: HistoryEntry['outcome'] | null;
    recovery_point: Operation['recoveryPoint'] | null;
    block_before: StoredTerms | null;
    may_be_undone: boolean;
}

function toOperation(row: ClaimedRow): Omit<Operation, 'lease' | 'leasedAt'> {
    return {
        id: row.id,
        conversationId: row.conversation_id,
        command: targetCommand(row),
        acceptedAt: row.accepted_at ?? new Date(),
        tries: row.tries,
        // One that failed is no target.
        outcome: (row.outcome ?? 'confirmed') as Operation['outcome'],
        recoveryPoint: row.recovery_point ?? 'accepted',
        mayBeUndone: row.may_be_undone,
        blockBefore: row.block_before && toBlockTerms(row.block_before)
    };
}

/**
 * Lets go of what an earlier process held, for all tenants. Only right where there is one process at a time. What that one
 * sent may still take effect until its leases would have run out.
 */
export async function releaseAll(db: Kysely<Schema>): Promise<void> {
    await db
        .updateTable('conversation')
        .set({
            lease_id: null,
            due_at: fromNow(0),
            ...inFlightColumns(sql.ref('conversation.target_state'), sql.ref('conversation.due_at'))
        })
        .where('lease_id', 'is not', null)
        .execute();
}
