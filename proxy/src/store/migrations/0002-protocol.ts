import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The journal as the lock, the channel's own block, and what was seen from outside. */
export const protocol: Migration = {
    async up(db: Kysely<unknown>): Promise<void> {
        await extendConversation(db);
        await extendOperation(db);
        await endInterrupted(db);
        await indexUnfinished(db);
        await db.schema.alterTable('block').addColumn('opened_by', 'uuid').execute();
        await createWebhookMessage(db);
    }
};

async function extendConversation(db: Kysely<unknown>): Promise<void> {
    await db.schema
        .alterTable('conversation')
        .addColumn('seen_state', 'text')
        .addColumn('seen_at', 'timestamptz')
        .addColumn('seen_source', 'text')
        .addColumn('channel', 'text')
        .addColumn('customer_name', 'text')
        .addColumn('last_inbound_at', 'timestamptz')
        .addColumn('platform_status', 'text')
        .addColumn('platform_reason', 'text')
        .addColumn('platform_at', 'timestamptz')
        .addColumn('late_until', 'timestamptz')
        .execute();
}

async function extendOperation(db: Kysely<unknown>): Promise<void> {
    await db.schema
        .alterTable('operation')
        .addColumn('reason_said', 'boolean', (column) => column.notNull().defaultTo(true))
        .addColumn('note_said', 'boolean', (column) => column.notNull().defaultTo(true))
        .addColumn('holder', 'uuid')
        .addColumn('lease_until', 'timestamptz')
        .addColumn('tries', 'integer', (column) => column.notNull().defaultTo(0))
        .addColumn('platform_step', 'text', (column) => column.notNull().defaultTo('none'))
        .addColumn('platform_outcome', 'text')
        .addColumn('supersedes', 'uuid')
        .alterColumn('agent_id', (column) => column.dropNotNull())
        .alterColumn('agent_name', (column) => column.dropNotNull())
        .execute();
}

/** Nobody waits for the answers of operations from before leases. Their doubt lasts until now. */
async function endInterrupted(db: Kysely<unknown>): Promise<void> {
    await sql`
        update conversation c set doubt_at = clock_timestamp()
        from operation o
        where o.tenant = c.tenant and o.conversation_id = c.conversation_id
            and o.ended_at is null and c.doubt_at is not null`.execute(db);
    await sql`
        update operation set outcome = 'unknown', failure = 'interrupted', ended_at = clock_timestamp()
        where ended_at is null`.execute(db);
}

async function indexUnfinished(db: Kysely<unknown>): Promise<void> {
    const unfinished = sql<boolean>`ended_at is null`;
    await db.schema
        .createIndex('one_unfinished_operation_per_conversation')
        .on('operation')
        .columns(['tenant', 'conversation_id'])
        .where(unfinished)
        .unique()
        .execute();
    await db.schema
        .createIndex('unfinished_operation_by_time')
        .on('operation')
        .column('lease_until')
        .where(unfinished)
        .execute();
}

async function createWebhookMessage(db: Kysely<unknown>): Promise<void> {
    await db.schema
        .createTable('webhook_message')
        .addColumn('tenant', 'text', (column) => column.notNull())
        .addColumn('message_id', 'text', (column) => column.notNull())
        .addColumn('modified_at', 'timestamptz', (column) => column.notNull())
        .addColumn('received_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`clock_timestamp()`))
        .addPrimaryKeyConstraint('webhook_message_pkey', ['tenant', 'message_id', 'modified_at'])
        .execute();
    await db.schema
        .createIndex('webhook_message_by_arrival')
        .on('webhook_message')
        .columns(['tenant', 'received_at'])
        .execute();
}
