import type { Kysely } from 'kysely';
import type { ConfirmedState, ConversationRecord, Doubt } from '../conversations/records.ts';
import type { ConversationTable, Schema } from './schema.ts';

/** Names one conversation; every query on it names its tenant. */
export interface ConversationKey {
    tenant: string;
    conversation_id: string;
}

const NOTHING_STORED: ConversationRecord = { confirmedState: null, doubt: null, openBlock: null };

/** What is stored of the conversation and its open block, in one query. */
export async function readRecord(db: Kysely<Schema>, key: ConversationKey): Promise<ConversationRecord> {
    const row = await selectRecord(db, key).executeTakeFirst();
    if (row === undefined) return NOTHING_STORED;
    const { state, state_at, doubt_kind, doubt_at, block_id, since } = row;
    return {
        confirmedState: state !== null && state_at !== null ? { state, at: state_at } : null,
        doubt: doubt_kind !== null && doubt_at !== null ? { kind: doubt_kind, at: doubt_at } : null,
        openBlock:
            block_id !== null && since !== null
                ? {
                      id: block_id,
                      by: { id: row.agent_id ?? '', name: row.agent_name ?? '' },
                      reason: row.reason,
                      note: row.note,
                      since,
                      confirmed: row.confirmed ?? false
                  }
                : null
    };
}

function selectRecord(db: Kysely<Schema>, key: ConversationKey) {
    return db
        .selectFrom('conversation as c')
        .leftJoin('block as b', (join) =>
            join
                .onRef('b.tenant', '=', 'c.tenant')
                .onRef('b.conversation_id', '=', 'c.conversation_id')
                .on('b.ended_at', 'is', null)
        )
        .select(['c.state', 'c.state_at', 'c.doubt_kind', 'c.doubt_at', 'b.id as block_id', 'b.agent_id'])
        .select(['b.agent_name', 'b.reason', 'b.note', 'b.since', 'b.confirmed'])
        .where('c.tenant', '=', key.tenant)
        .where('c.conversation_id', '=', key.conversation_id);
}

/** Makes sure that the conversation has a row. */
export async function insertConversation(db: Kysely<Schema>, key: ConversationKey): Promise<void> {
    await db
        .insertInto('conversation')
        .values(key)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
}

export async function setConfirmedState(
    db: Kysely<Schema>,
    key: ConversationKey,
    { state, at }: ConfirmedState
): Promise<void> {
    await updateConversation(db, key, { state, state_at: at });
}

export async function setDoubt(db: Kysely<Schema>, key: ConversationKey, doubt: Doubt | null): Promise<void> {
    await updateConversation(db, key, { doubt_kind: doubt?.kind ?? null, doubt_at: doubt?.at ?? null });
}

async function updateConversation(
    db: Kysely<Schema>,
    key: ConversationKey,
    values: Partial<Pick<ConversationTable, 'state' | 'state_at' | 'doubt_kind' | 'doubt_at'>>
): Promise<void> {
    await db
        .updateTable('conversation')
        .set(values)
        .where('tenant', '=', key.tenant)
        .where('conversation_id', '=', key.conversation_id)
        .execute();
}
