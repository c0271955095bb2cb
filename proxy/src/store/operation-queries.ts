import type { Kysely, Selectable } from 'kysely';
import type { Ending, Operation } from '../conversations/records.ts';
import type { ConversationKey } from './conversation-queries.ts';
import type { OperationTable, Schema } from './schema.ts';

export async function insertOperation(db: Kysely<Schema>, key: ConversationKey, operation: Operation): Promise<void> {
    const { id, wish, by, acceptedAt } = operation;
    const { kind, state, reason, note } = wish;
    const agent = { agent_id: by.id, agent_name: by.name };
    await db
        .insertInto('operation')
        .values({
            id,
            ...key,
            ...agent,
            kind,
            wish: state,
            reason: reason ?? null,
            note: note ?? null,
            accepted_at: acceptedAt
        })
        .execute();
}

export async function endOperation(
    db: Kysely<Schema>,
    { tenant }: ConversationKey,
    id: string,
    { outcome, failure }: Ending,
    at: Date
): Promise<void> {
    await db
        .updateTable('operation')
        .set({ outcome, failure, ended_at: at })
        .where('tenant', '=', tenant)
        .where('id', '=', id)
        .execute();
}

/**
 * Ends what earlier wishes of the conversation left under way. One change at a time is carried out, so nobody waits for
 * them anymore: their answers came and could not be written down.
 */
export async function endUnsettled(
    db: Kysely<Schema>,
    { tenant, conversation_id }: ConversationKey,
    at: Date
): Promise<void> {
    await db
        .updateTable('operation')
        .set({ outcome: 'unknown', failure: 'result-not-stored', ended_at: at })
        .where('tenant', '=', tenant)
        .where('conversation_id', '=', conversation_id)
        .where('outcome', '=', 'under-way')
        .execute();
}

/** Newest first. */
export async function selectHistory(db: Kysely<Schema>, key: ConversationKey): Promise<Operation[]> {
    const rows = await db
        .selectFrom('operation')
        .selectAll()
        .where('tenant', '=', key.tenant)
        .where('conversation_id', '=', key.conversation_id)
        .orderBy('number', 'desc')
        .execute();
    return rows.map(toOperation);
}

/**
 * Ends, for all tenants, what an earlier process left under way: nobody waits for its answer anymore. The doubt has
 * been there since they were accepted; it lasts until now.
 */
export async function endInterrupted(db: Kysely<Schema>): Promise<void> {
    const at = new Date();
    await db
        .updateTable('conversation')
        .from('operation')
        .set({ doubt_at: at })
        .whereRef('operation.tenant', '=', 'conversation.tenant')
        .whereRef('operation.conversation_id', '=', 'conversation.conversation_id')
        .where('operation.outcome', '=', 'under-way')
        .where('conversation.doubt_at', 'is not', null)
        .execute();
    await db
        .updateTable('operation')
        .set({ outcome: 'unknown', failure: 'interrupted', ended_at: at })
        .where('outcome', '=', 'under-way')
        .execute();
}

function toOperation(row: Selectable<OperationTable>): Operation {
    return {
        id: row.id,
        wish: { kind: row.kind, state: row.wish, reason: row.reason, note: row.note },
        by: { id: row.agent_id, name: row.agent_name },
        acceptedAt: row.accepted_at,
        endedAt: row.ended_at,
        outcome: row.outcome,
        failure: row.failure
    };
}
