import { sql, type ExpressionBuilder, type Kysely } from 'kysely';
import type { Operation, Unfinished } from '../../conversations/records.ts';
import type { Progress } from '../../conversations/journal.ts';
import type { Schema } from '../schema.ts';
import { fromNow, isHeld, msUntil } from './clock.ts';
import type { ConversationKey } from './conversation.ts';
import { toWish, WISH_COLUMNS } from './wish.ts';

/** Picks the operation while it is still ours: unfinished, and not taken over by anybody. */
export function isOurs({ tenant }: ConversationKey, { id, lease }: Operation) {
    return (eb: ExpressionBuilder<Schema, 'operation'>) =>
        eb.and([
            eb('operation.tenant', '=', tenant),
            eb('operation.id', '=', id),
            eb('operation.holder', '=', lease),
            eb('operation.ended_at', 'is', null)
        ]);
}

/** Ends an operation that nobody carries out, because another wish takes its place. */
export async function supersede(db: Kysely<Schema>, tenant: string, { id }: Unfinished, at: Date): Promise<void> {
    await db
        .updateTable('operation')
        .set({
            ended_at: at,
            holder: null,
            outcome: sql`case outcome when 'under-way' then 'unknown' else outcome end`,
            failure: sql`case outcome when 'under-way' then 'interrupted' else failure end`
        })
        .where('tenant', '=', tenant)
        .where('id', '=', id)
        .where('ended_at', 'is', null)
        .execute();
}

/**
 * Takes up again what this operation took the place of: it was refused, so the wish before it is the last one. Not a
 * block whose time is over, which the end of a timed block took the place of.
 */
export async function reviveSuperseded(db: Kysely<Schema>, tenant: string, { id }: Operation): Promise<void> {
    await db
        .updateTable('operation')
        .set({ ended_at: null, lease_until: fromNow(0) })
        .where('tenant', '=', tenant)
        .where('id', '=', (eb) =>
            eb.selectFrom('operation as refused').select('refused.supersedes').where('refused.id', '=', id)
        )
        .where((eb) =>
            eb.or([
                eb('kind', '<>', 'block'),
                eb.not(
                    eb.exists(
                        eb
                            .selectFrom('operation as refused')
                            .select('refused.id')
                            .where('refused.id', '=', id)
                            .where('refused.origin', '=', 'timer')
                    )
                )
            ])
        )
        .execute();
}

/** How an operation stands; null when there is none of that id. */
export async function selectProgress(db: Kysely<Schema>, key: ConversationKey, id: string): Promise<Progress | null> {
    const row = await db
        .selectFrom('operation')
        .select(['outcome', 'failure', isHeld('operation').as('is_held')])
        .where('tenant', '=', key.tenant)
        .where('conversation_id', '=', key.conversation_id)
        .where('id', '=', id)
        .executeTakeFirst();
    return row === undefined ? null : { outcome: row.outcome, failure: row.failure, isHeld: row.is_held };
}

/** Whose hands claimed operations are in from now on, and for how long. */
export interface Lease {
    id: string;
    ms: number;
}

/** Takes over due operations that nobody else is taking over or changing right now, the longest due first. */
export async function claimDue(db: Kysely<Schema>, tenant: string, limit: number, lease: Lease): Promise<Operation[]> {
    const rows = await db
        .with('due', (qb) => selectDue(qb, tenant, limit))
        .updateTable('operation')
        .from('due')
        .set({ holder: lease.id, lease_until: fromNow(lease.ms), tries: sql`operation.tries + 1` })
        .whereRef('operation.id', '=', 'due.id')
        .returning(['operation.id', 'operation.conversation_id', 'accepted_at', 'tries', 'outcome', 'platform_step'])
        .returning(WISH_COLUMNS)
        .returning('late_ms')
        .execute();
    return rows.map((row) => ({
        id: row.id,
        conversationId: row.conversation_id,
        wish: toWish(row),
        lease: lease.id,
        acceptedAt: row.accepted_at,
        tries: row.tries,
        // A failed one has ended.
        outcome: row.outcome as Operation['outcome'],
        platformStep: row.platform_step,
        lateMs: row.late_ms
    }));
}

/** The conversations are locked as well: whoever accepts a wish has locked its conversation only. */
function selectDue(db: Pick<Kysely<Schema>, 'selectFrom'>, tenant: string, limit: number) {
    return db
        .selectFrom('operation as o')
        .innerJoin('conversation as c', (join) =>
            join.onRef('c.tenant', '=', 'o.tenant').onRef('c.conversation_id', '=', 'o.conversation_id')
        )
        .select(['o.id', msUntil('c.late_until').as('late_ms')])
        .where('o.tenant', '=', tenant)
        .where('o.ended_at', 'is', null)
        .where('o.lease_until', '<=', sql<Date>`clock_timestamp()`)
        .orderBy('o.lease_until')
        .limit(limit)
        .forUpdate()
        .skipLocked();
}

/**
 * Lets go of what an earlier process held, for all tenants. Only right where there is one process at a time.
 * @param lateMs for how long what that process sent may still be carried out
 */
export async function releaseAll(db: Kysely<Schema>, lateMs: number): Promise<void> {
    await db
        .updateTable('conversation')
        .from('operation')
        .set({ late_until: sql<Date>`greatest(conversation.late_until, ${fromNow(lateMs)})` })
        .whereRef('operation.tenant', '=', 'conversation.tenant')
        .whereRef('operation.conversation_id', '=', 'conversation.conversation_id')
        .where('operation.ended_at', 'is', null)
        .where('operation.holder', 'is not', null)
        .execute();
    await db
        .updateTable('operation')
        .set({ holder: null, lease_until: fromNow(0) })
        .where('ended_at', 'is', null)
        .where('holder', 'is not', null)
        .execute();
}
