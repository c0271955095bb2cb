import type { TestContext } from 'node:test';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PostgresDialect } from 'kysely';
import { Pool } from 'pg';
import { EmbeddedDialect } from '../../src/store/embedded/embedded-dialect.ts';
import type { Schema } from '../../src/store/schema.ts';
import { newDatabaseOn, SERVER_URL } from './postgres-server.ts';

/** A database without any table, embedded or on the server that the run was given. */
export async function emptyDatabase(t: TestContext): Promise<Kysely<Schema>> {
    const dialect =
        SERVER_URL === undefined
            ? new EmbeddedDialect(await PGlite.create())
            : new PostgresDialect({ pool: new Pool({ connectionString: await newDatabaseOn(SERVER_URL) }) });
    const db = new Kysely<Schema>({ dialect });
    t.after(() => db.destroy());
    return db;
}
