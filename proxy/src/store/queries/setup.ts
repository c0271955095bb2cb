import { sql, type Kysely } from 'kysely';
import type { BlockedConversation } from '../../conversations/knowledge/exclusion.ts';
import type { ConversationId } from '../../conversations/knowledge/conversation-id.ts';
import type { Schema } from '../schema.ts';

/** When the newest message of the last three days came that a webhook told of; null when none did. */
export async function lastWebhookAt(db: Kysely<Schema>, tenant: string): Promise<Date | null> {
    const row = await db
        .selectFrom('webhook_message')
        .select('received_at')
        .where('tenant', '=', tenant)
        .where('received_at', '>', sql<Date>`clock_timestamp() - interval '3 days'`)
        .orderBy('received_at', 'desc')
        .limit(1)
        .executeTakeFirst();
    return row?.received_at ?? null;
}

/**
 * Conversations that a block of ours holds in the state BLOCKED, which GoTallo has confirmed: first those whose customer
 * wrote since, as a webhook told, then the newest.
 */
export async function selectBlocked(db: Kysely<Schema>, tenant: string, limit: number): Promise<BlockedConversation[]> {
    const rows = await db
        .selectFrom('block as b')
        .innerJoin('conversation as c', (join) =>
            join.onRef('c.tenant', '=', 'b.tenant').onRef('c.conversation_id', '=', 'b.conversation_id')
        )
        .select(['c.conversation_id', 'c.state_at', 'c.last_inbound_at'])
        .where('b.tenant', '=', tenant)
        .where('b.ended_at', 'is', null)
        .where('b.confirmed', '=', true)
        .where('c.state', '=', 'BLOCKED')
        .where('c.state_at', 'is not', null)
        .where('c.due_at', 'is', null)
        .orderBy(sql`coalesce(c.last_inbound_at > c.state_at, false)`, 'desc')
        .orderBy('c.state_at', 'desc')
        .limit(limit)
        .execute();
    return rows.flatMap(({ conversation_id, state_at: blockedAt, last_inbound_at: lastInboundAt }) =>
        blockedAt === null ? [] : [{ id: conversation_id as ConversationId, blockedAt, lastInboundAt }]
    );
}
