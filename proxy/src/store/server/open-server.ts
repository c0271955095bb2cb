import { Kysely, PostgresDialect } from 'kysely';
import { Pool } from 'pg';
import type { OpenDatabase } from '../embedded/open-embedded.ts';
import { migrateToLatest } from '../migrate.ts';
import type { Schema } from '../schema.ts';
import { preparingPool } from './preparing-pool.ts';

const CONNECTIONS = 10;
const CONNECT_MS = 3000;
const STATEMENT_MS = 5000;
/** Longer than the server's own limit, so that it is the server that gives up, and only a lost one is given up here. */
const ANSWER_MS = STATEMENT_MS + 1000;

/**
 * Opens the database on a Postgres server.
 * @param databaseUrl `postgres://…`
 * @throws Error when the server cannot be reached or used
 */
export async function openServer(databaseUrl: string): Promise<OpenDatabase> {
    const pool = new Pool({
        connectionString: databaseUrl,
        max: CONNECTIONS,
        connectionTimeoutMillis: CONNECT_MS,
        statement_timeout: STATEMENT_MS,
        query_timeout: ANSWER_MS,
        // A process that hangs must not keep others from a conversation.
        idle_in_transaction_session_timeout: STATEMENT_MS,
        keepAlive: true,
        application_name: 'gotallo-proxy'
    });
    // A lost connection is replaced when the next one is needed, and its query fails. Without listeners it would also end
    // the process: the pool listens on connections that are idle, and nobody on those that are in use.
    pool.on('error', () => {});
    pool.on('connect', (client) => client.on('error', () => {}));
    const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: preparingPool(pool) }) });
    try {
        await migrateToLatest(db);
    } catch (error) {
        await db.destroy();
        throw error;
    }
    return { db, close: () => db.destroy() };
}
