import { sql, type CreateTableBuilder, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Conversations, the operation journal, blocks, and the messages that webhooks told. */
export const journal: Migration = {
    async up(db: Kysely<unknown>): Promise<void> {
        await createConversation(db);
        await createOperation(db);
        await createBlock(db);
        await createWebhookMessage(db);
    }
};

/** Every table carries the tenant and, in all but one, the conversation. */
function tableOf(db: Kysely<unknown>, name: string): CreateTableBuilder<string, 'tenant' | 'conversation_id'> {
    return db.schema
        .createTable(name)
        .addColumn('tenant', 'text', (column) => column.notNull())
        .addColumn('conversation_id', 'uuid', (column) => column.notNull());
}

async function createConversation(db: Kysely<unknown>): Promise<void> {
    await tableOf(db, 'conversation')
        .addColumn('state', 'text')
        .addColumn('state_at', 'timestamptz')
        .addColumn('target_state', 'text')
        .addColumn('target_operation', 'uuid')
        .addColumn('in_doubt', 'boolean', (column) => column.notNull().defaultTo(false))
        .addColumn('lease_id', 'uuid')
        .addColumn('due_at', 'timestamptz')
        .addColumn('tries', 'integer', (column) => column.notNull().defaultTo(0))
        .addColumn('in_flight_state', 'text')
        .addColumn('in_flight_until', 'timestamptz')
        .addColumn('observed_state', 'text')
        .addColumn('observed_at', 'timestamptz')
        .addColumn('observed_source', 'text')
        .addColumn('channel', 'text')
        .addColumn('customer_name', 'text')
        .addColumn('last_inbound_at', 'timestamptz')
        .addColumn('native_status', 'text')
        .addColumn('native_reason', 'text')
        .addColumn('native_at', 'timestamptz')
        .addColumn('native_in_flight_until', 'timestamptz')
        .addColumn('native_version', 'integer', (column) => column.notNull().defaultTo(0))
        .addColumn('undo_operation', 'uuid')
        .addColumn('undo_agent', 'text')
        .addColumn('undo_kind', 'text')
        .addColumn('undo_state', 'text')
        .addColumn('undo_block', 'uuid')
        .addColumn('undo_at', 'timestamptz')
        .addColumn('undone_operation', 'uuid')
        .addColumn('webhook_at', 'timestamptz')
        .addColumn('earlier_blocks', 'integer', (column) => column.notNull().defaultTo(0))
        .addColumn('last_block', 'uuid')
        .addColumn('version', 'bigint', (column) => column.generatedByDefaultAsIdentity().notNull())
        .addPrimaryKeyConstraint('conversation_pkey', ['tenant', 'conversation_id'])
        .execute();
    await raiseVersion(db);
    await db.schema
        .createIndex('conversation_by_due')
        .on('conversation')
        .columns(['tenant', 'due_at'])
        .where(sql<boolean>`due_at is not null`)
        .execute();
    await db.schema
        .createIndex('conversation_only_told_of')
        .on('conversation')
        .columns(['tenant', 'webhook_at'])
        .where(sql<boolean>`state is null and webhook_at is not null`)
        .execute();
}

/** By the database itself, so that no write can forget it, not even one of an older proxy beside this one. */
async function raiseVersion(db: Kysely<unknown>): Promise<void> {
    await sql`
        create function raise_conversation_version() returns trigger language plpgsql as $$
        begin
            new.version := nextval('conversation_version_seq');
            return new;
        end $$`.execute(db);
    await sql`
        create trigger conversation_version before update on conversation
            for each row execute function raise_conversation_version()`.execute(db);
}

async function createOperation(db: Kysely<unknown>): Promise<void> {
    await tableOf(db, 'operation')
        .addColumn('id', 'uuid', (column) => column.primaryKey())
        .addColumn('number', 'bigint', (column) => column.generatedAlwaysAsIdentity().notNull().unique())
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('target', 'text', (column) => column.notNull())
        .addColumn('terms', 'jsonb', (column) => column.notNull().defaultTo('{}'))
        .addColumn('block_before', 'jsonb')
        .addColumn('origin', 'text', (column) => column.notNull().defaultTo('agent'))
        .addColumn('undoes', 'uuid')
        .addColumn('retries_native', 'boolean', (column) => column.notNull().defaultTo(false))
        .addColumn('agent_id', 'text')
        .addColumn('agent_name', 'text')
        .addColumn('accepted_at', 'timestamptz', (column) => column.notNull())
        .addColumn('ended_at', 'timestamptz')
        .addColumn('outcome', 'text', (column) => column.notNull().defaultTo('pending'))
        .addColumn('failure', 'text')
        .addColumn('recovery_point', 'text', (column) => column.notNull().defaultTo('accepted'))
        .addColumn('native_outcome', 'text')
        .execute();
    await db.schema
        .createIndex('operation_by_conversation')
        .on('operation')
        .columns(['tenant', 'conversation_id', 'number'])
        .execute();
    await db.schema
        .createIndex('one_unfinished_operation_per_conversation')
        .on('operation')
        .columns(['tenant', 'conversation_id'])
        .where(sql<boolean>`ended_at is null`)
        .unique()
        .execute();
}

async function createBlock(db: Kysely<unknown>): Promise<void> {
    await tableOf(db, 'block')
        .addColumn('id', 'uuid', (column) => column.primaryKey())
        .addColumn('opened_by', 'uuid')
        .addColumn('agent_id', 'text', (column) => column.notNull())
        .addColumn('agent_name', 'text', (column) => column.notNull())
        .addColumn('changed_by_id', 'text')
        .addColumn('changed_by_name', 'text')
        .addColumn('changed_at', 'timestamptz')
        .addColumn('reason', 'text')
        .addColumn('note', 'text')
        .addColumn('since', 'timestamptz', (column) => column.notNull())
        .addColumn('confirmed', 'boolean', (column) => column.notNull().defaultTo(false))
        .addColumn('until', 'timestamptz')
        .addColumn('end_tries', 'integer', (column) => column.notNull().defaultTo(0))
        .addColumn('end_again_at', 'timestamptz')
        .addColumn('ended_at', 'timestamptz')
        .addColumn('ended_by', 'uuid')
        .addColumn('ended_how', 'text')
        .addColumn('block_before', 'uuid')
        .execute();
    await db.schema
        .createIndex('one_open_block_per_conversation')
        .on('block')
        .columns(['tenant', 'conversation_id'])
        .where(sql<boolean>`ended_at is null`)
        .unique()
        .execute();
    await db.schema
        .createIndex('open_block_by_end')
        .on('block')
        .columns(['tenant', 'until'])
        .where(sql<boolean>`ended_at is null and until is not null`)
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
