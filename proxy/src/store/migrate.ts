import type { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { MIGRATIONS } from './migrations/index.ts';
import type { Schema } from './schema.ts';

/**
 * Brings the schema up to date. Processes that start at the same time on one server wait for one another.
 * @throws Error when it cannot be done; then it is as it was
 */
export async function migrateToLatest(db: Kysely<Schema>): Promise<void> {
    const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...MIGRATIONS }) } });
    const { error } = await migrator.migrateToLatest();
    if (error !== undefined) throw new Error('The store could not be brought up to date.', { cause: error });
}
