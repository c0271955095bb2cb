import { sql, type Kysely } from 'kysely';
import type { Schema } from '../schema.ts';

/**
 * Forgets conversations that only webhooks named, and not for so many days: nobody here ever changed anything about
 * them. Of those that others blocked it forgets the customer's name alone: that somebody else may have used the channel's
 * own block must not be forgotten.
 * @returns the conversations of which less is stored now
 */
export async function forgetUntouched(db: Kysely<Schema>, tenant: string, days: number): Promise<string[]> {
    const isUntouched = sql<boolean>`(conversation.tenant = ${tenant} and conversation.state is null
        and conversation.webhook_at < clock_timestamp() - ${days}::int * interval '1 day' and conversation.due_at is null
        and not exists (select from operation as o
            where o.tenant = conversation.tenant and o.conversation_id = conversation.conversation_id))`;
    const deleted = await db
        .deleteFrom('conversation')
        .where(isUntouched)
        .where('native_status', 'is', null)
        .where(sql<boolean>`observed_state is distinct from 'BLOCKED'`)
        .returning('conversation_id')
        .execute();
    const nameless = await db
        .updateTable('conversation')
        .set({ customer_name: null })
        .where(isUntouched)
        .where('customer_name', 'is not', null)
        .returning('conversation_id')
        .execute();
    return [...deleted, ...nameless].map((row) => row.conversation_id);
}
