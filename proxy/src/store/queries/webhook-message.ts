import { sql, type Kysely } from 'kysely';
import type { MessageKey } from '../../conversations/knowledge/record-store.ts';
import type { Schema } from '../schema.ts';

/** Takes a message. @returns false when it was taken before */
export async function takeMessage(
    db: Kysely<Schema>,
    tenant: string,
    { id, modifiedAt }: MessageKey
): Promise<boolean> {
    const taken = await db
        .insertInto('webhook_message')
        .values({ tenant, message_id: id, modified_at: modifiedAt })
        .onConflict((conflict) => conflict.doNothing())
        .returning('message_id')
        .executeTakeFirst();
    return taken !== undefined;
}

/** Forgets messages that came more than three days ago: what they told was noted, and nothing of it is older. */
export async function forgetOldMessages(db: Kysely<Schema>, tenant: string): Promise<void> {
    await db
        .deleteFrom('webhook_message')
        .where('tenant', '=', tenant)
        .where('received_at', '<', sql<Date>`clock_timestamp() - interval '3 days'`)
        .execute();
}
