import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const OPEN_BLOCK = sql<boolean>`ended_at is null`;

/** Conversations, the operation journal, and blocks. */
export const journal: Migration = {
    async up(db: Kysely<unknown>): Promise<void> {
        await db.schema
            .createTable('operation')
            .addColumn('id', 'uuid', (column) => column.primaryKey())
            .addColumn('number', 'bigint', (column) => column.generatedAlwaysAsIdentity().notNull().unique())
            .addColumn('tenant', 'text', (column) => column.notNull())
            .addColumn('conversation_id', 'uuid', (column) => column.notNull())
            .addColumn('kind', 'text', (column) => column.notNull())
            .addColumn('wish', 'text', (column) => column.notNull())
            .addColumn('reason', 'text')
            .addColumn('note', 'text')
            .addColumn('agent_id', 'text', (column) => column.notNull())
            .addColumn('agent_name', 'text', (column) => column.notNull())
            .addColumn('accepted_at', 'timestamptz', (column) => column.notNull())
            .addColumn('ended_at', 'timestamptz')
            .addColumn('outcome', 'text', (column) => column.notNull().defaultTo('under-way'))
            .addColumn('failure', 'text')
            .execute();
        await db.schema
            .createIndex('operation_by_conversation')
            .on('operation')
            .columns(['tenant', 'conversation_id', 'number'])
            .execute();
        await db.schema
            .createTable('conversation')
            .addColumn('tenant', 'text', (column) => column.notNull())
            .addColumn('conversation_id', 'uuid', (column) => column.notNull())
            .addColumn('state', 'text')
            .addColumn('state_at', 'timestamptz')
            .addColumn('doubt_kind', 'text')
            .addColumn('doubt_at', 'timestamptz')
            .addPrimaryKeyConstraint('conversation_pkey', ['tenant', 'conversation_id'])
            .execute();
        await db.schema
            .createTable('block')
            .addColumn('id', 'uuid', (column) => column.primaryKey())
            .addColumn('tenant', 'text', (column) => column.notNull())
            .addColumn('conversation_id', 'uuid', (column) => column.notNull())
            .addColumn('agent_id', 'text', (column) => column.notNull())
            .addColumn('agent_name', 'text', (column) => column.notNull())
            .addColumn('reason', 'text')
            .addColumn('note', 'text')
            .addColumn('since', 'timestamptz', (column) => column.notNull())
            .addColumn('confirmed', 'boolean', (column) => column.notNull().defaultTo(false))
            .addColumn('ended_at', 'timestamptz')
            .execute();
        await db.schema
            .createIndex('one_open_block_per_conversation')
            .on('block')
            .columns(['tenant', 'conversation_id'])
            .where(OPEN_BLOCK)
            .unique()
            .execute();
    }
};
