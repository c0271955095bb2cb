import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Operation } from '../conversations/records.ts';
import type { ConversationKey } from './conversation-queries.ts';
import type { Schema } from './schema.ts';

/** Opens a block that GoTallo has not confirmed yet; one that is open already stays as it is. */
export async function openBlock(
    db: Kysely<Schema>,
    key: ConversationKey,
    { wish: { reason, note }, by, acceptedAt }: Operation
): Promise<void> {
    const agent = { agent_id: by.id, agent_name: by.name };
    await db
        .insertInto('block')
        .values({ id: randomUUID(), ...key, ...agent, reason: reason ?? null, note: note ?? null, since: acceptedAt })
        .onConflict((conflict) =>
            conflict.columns(['tenant', 'conversation_id']).where('ended_at', 'is', null).doNothing()
        )
        .execute();
}

/**
 * Confirms the open block. A repeat of a confirmed one changes nothing but what it says of reason and note; one that
 * never was confirmed is from now on the block of the agent whose wish was.
 */
export async function confirmBlock(
    db: Kysely<Schema>,
    key: ConversationKey,
    { wish: { reason, note }, by, acceptedAt }: Operation
): Promise<void> {
    await openBlockOf(db, key)
        .set({ agent_id: by.id, agent_name: by.name, since: acceptedAt, confirmed: true })
        .where('confirmed', '=', false)
        .execute();
    const said = { ...(reason !== undefined && { reason }), ...(note !== undefined && { note }) };
    if (Object.keys(said).length > 0) await openBlockOf(db, key).set(said).execute();
}

/** Ends a block that was seen to have been ended elsewhere, unless another one has taken its place. */
export async function endBlock(db: Kysely<Schema>, key: ConversationKey, id: string, at: Date): Promise<void> {
    await openBlockOf(db, key).set({ ended_at: at }).where('id', '=', id).execute();
}

export async function endOpenBlock(db: Kysely<Schema>, key: ConversationKey, at: Date): Promise<void> {
    await openBlockOf(db, key).set({ ended_at: at }).execute();
}

/** Ends a block that this operation opened and that surely never held. */
export async function endRefusedBlock(
    db: Kysely<Schema>,
    key: ConversationKey,
    { acceptedAt }: Operation,
    at: Date
): Promise<void> {
    await openBlockOf(db, key)
        .set({ ended_at: at })
        .where('confirmed', '=', false)
        .where('since', '=', acceptedAt)
        .execute();
}

function openBlockOf(db: Kysely<Schema>, { tenant, conversation_id }: ConversationKey) {
    return db
        .updateTable('block')
        .where('tenant', '=', tenant)
        .where('conversation_id', '=', conversation_id)
        .where('ended_at', 'is', null);
}
