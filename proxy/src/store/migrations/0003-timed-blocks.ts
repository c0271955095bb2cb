import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Blocks that end by themselves, what started an operation, and what can be taken back. */
export const timedBlocks: Migration = {
    async up(db: Kysely<unknown>): Promise<void> {
        await extendBlock(db);
        await extendOperation(db);
        await db.schema
            .alterTable('conversation')
            .addColumn('undo_operation', 'uuid')
            .addColumn('undo_agent', 'text')
            .addColumn('undo_kind', 'text')
            .addColumn('undo_state', 'text')
            .addColumn('undo_block', 'uuid')
            .addColumn('undo_at', 'timestamptz')
            .addColumn('undone_operation', 'uuid')
            .execute();
    }
};

async function extendBlock(db: Kysely<unknown>): Promise<void> {
    await db.schema
        .alterTable('block')
        .addColumn('until', 'timestamptz')
        .addColumn('end_tries', 'integer', (column) => column.notNull().defaultTo(0))
        .addColumn('end_again_at', 'timestamptz')
        .addColumn('ended_by', 'uuid')
        .execute();
    await db.schema
        .createIndex('open_block_by_end')
        .on('block')
        .columns(['tenant', 'until'])
        .where(sql<boolean>`ended_at is null and until is not null`)
        .execute();
}

async function extendOperation(db: Kysely<unknown>): Promise<void> {
    await db.schema
        .alterTable('operation')
        .addColumn('until', 'timestamptz')
        .addColumn('until_said', 'boolean', (column) => column.notNull().defaultTo(false))
        .addColumn('origin', 'text', (column) => column.notNull().defaultTo('agent'))
        .addColumn('undoes', 'uuid')
        .execute();
    // Up to now, nobody here meant that it was seen.
    await sql`update operation set origin = 'evidence' where agent_id is null`.execute(db);
}
