import { Kysely, PostgresDialect } from 'kysely';
import { Pool } from 'pg';
import type { OpenDatabase } from '../embedded/open-embedded.ts';
import { migrateToLatest } from '../migrate.ts';
import { PLANS_THAT_LAST } from '../plans.ts';
import type { Schema } from '../schema.ts';
import { preparingPool } from './preparing-pool.ts';

const CONNECTIONS = 10;
const CONNECT_MS = 3000;
/** A connection keeps the plans of its statements for that long at most, whatever the tables have become meanwhile. */
const LIFETIME_SECONDS = 5 * 60;
const STATEMENT_MS = 5000;
/** Whoever holds a conversation's row for longer hangs, or the database does. */
const LOCK_MS = 2000;
/** With the wait for a connection, and with a rollback that gets no answer, a quarter of what Apex waits for. */
const TRANSACTION_MS = 8000;
/** Longer than the server's own limit, so that it is the server that gives up, and only a lost one is given up here. */
const ANSWER_MS = STATEMENT_MS + 1000;

/**
 * Opens the database on a Postgres server.
 * @param databaseUrl `postgres://…`
 * @param transactionMs after which a transaction is given up
 * @throws Error when the server cannot be reached or used
 */
export async function openServer(databaseUrl: string, transactionMs = TRANSACTION_MS): Promise<OpenDatabase> {
    await migrate(databaseUrl);
    return connectServer(databaseUrl, transactionMs);
}

/** Connects when something is asked, and leaves the schema as it is. */
export function connectServer(databaseUrl: string, transactionMs = TRANSACTION_MS): OpenDatabase {
    const pool = poolOf(databaseUrl);
    const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: preparingPool(pool, transactionMs) }) });
    return { db, close: () => db.destroy() };
}

function poolOf(databaseUrl: string): Pool {
    const pool = new Pool({
        connectionString: databaseUrl,
        max: CONNECTIONS,
        maxLifetimeSeconds: LIFETIME_SECONDS,
        connectionTimeoutMillis: CONNECT_MS,
        statement_timeout: STATEMENT_MS,
        query_timeout: ANSWER_MS,
        lock_timeout: LOCK_MS,
        // A process that hangs must not keep others from a conversation.
        idle_in_transaction_session_timeout: STATEMENT_MS,
        keepAlive: true,
        application_name: 'gotallo-proxy'
    });
    // A lost connection is replaced when the next one is needed, and its query fails. Without listeners it would also end
    // the process: the pool listens on connections that are idle, and nobody on those that are in use.
    pool.on('error', () => {});
    pool.on('connect', (client) => {
        client.on('error', () => {});
        // Ahead of all queries. Where it fails, the connection does, too.
        client.query(PLANS_THAT_LAST).catch(() => {});
    });
    return pool;
}

/** Over connections of its own, since bringing the schema of a large store up to date takes as long as it takes. */
async function migrate(databaseUrl: string): Promise<void> {
    const pool = new Pool({
        connectionString: databaseUrl,
        connectionTimeoutMillis: CONNECT_MS,
        keepAlive: true,
        application_name: 'gotallo-proxy'
    });
    pool.on('error', () => {});
    pool.on('connect', (client) => client.on('error', () => {}));
    const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
    await migrateToLatest(db).finally(() => db.destroy());
}
