import { mkdir } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import type { Journal } from '../conversations/records.ts';
import { KyselyJournal } from './kysely-journal.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { endInterrupted } from './operation-queries.ts';
import type { Schema } from './schema.ts';

/** The store of the proxy: the journals of all tenants in one database. */
export interface Store {
    journalOf(tenant: string): Journal;
    /** Whether the database answers. */
    isReachable(): Promise<boolean>;
    close(): Promise<void>;
}

/**
 * Opens the embedded Postgres, brings its schema up to date, and marks what an earlier process left unfinished as
 * unknown: nobody waits for its answer anymore.
 * @param dataDir folder, made when it is not there; `memory://` keeps everything in memory
 * @throws Error when the folder or the database in it cannot be used
 */
export async function openStore(dataDir: string): Promise<Store> {
    if (!dataDir.includes('://')) await mkdir(dataDir, { recursive: true });
    const pglite = await PGlite.create(dataDir);
    const db = new Kysely<Schema>({ dialect: new PGliteDialect({ pglite }) });
    await migrateToLatest(db);
    await db.transaction().execute(endInterrupted);
    return {
        journalOf: (tenant) => new KyselyJournal(db, tenant),
        isReachable: () => isReachable(db),
        close: () => db.destroy()
    };
}

async function migrateToLatest(db: Kysely<Schema>): Promise<void> {
    const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...MIGRATIONS }) } });
    const { error } = await migrator.migrateToLatest();
    if (error !== undefined) throw new Error('The store could not be brought up to date.', { cause: error });
}

async function isReachable(db: Kysely<Schema>): Promise<boolean> {
    try {
        await sql`select 1`.execute(db);
        return true;
    } catch {
        return false;
    }
}
