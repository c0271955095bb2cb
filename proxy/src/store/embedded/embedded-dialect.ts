import type { PGlite } from '@electric-sql/pglite';
import { CompiledQuery, PGliteDialect, type DatabaseConnection, type Driver, type QueryResult } from 'kysely';
import { Statements } from './statements.ts';

/**
 * Kysely on the embedded Postgres. Kysely's own driver waits without end, and leaves a rejection unhandled, when the
 * database cannot even begin a transaction; this one passes the error on.
 */
export class EmbeddedDialect extends PGliteDialect {
    readonly #pglite: PGlite;

    constructor(pglite: PGlite) {
        super({ pglite });
        this.#pglite = pglite;
    }

    override createDriver(): Driver {
        return new EmbeddedDriver(this.#pglite);
    }
}

/** One connection, which Kysely gives to one caller at a time. */
class EmbeddedDriver implements Driver {
    readonly #pglite: PGlite;
    readonly #connection: EmbeddedConnection;

    constructor(pglite: PGlite) {
        this.#pglite = pglite;
        this.#connection = new EmbeddedConnection(pglite);
    }

    async init(): Promise<void> {
        await this.#pglite.waitReady;
    }

    async acquireConnection(): Promise<DatabaseConnection> {
        return this.#connection;
    }

    async beginTransaction(): Promise<void> {
        await this.#run('begin');
    }

    async commitTransaction(): Promise<void> {
        await this.#connection.commit();
    }

    async rollbackTransaction(): Promise<void> {
        await this.#run('rollback');
    }

    async releaseConnection(): Promise<void> {}

    async destroy(): Promise<void> {
        if (!this.#pglite.closed) await this.#pglite.close();
    }

    async #run(statement: 'begin' | 'rollback'): Promise<void> {
        await this.#connection.executeQuery(CompiledQuery.raw(statement));
    }
}

class EmbeddedConnection implements DatabaseConnection {
    readonly #statements: Statements;

    constructor(pglite: PGlite) {
        this.#statements = new Statements(pglite);
    }

    async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
        const { rows, affectedRows } = await this.#statements.run<R>(sql, parameters);
        return { rows, ...(affectedRows !== undefined && { numAffectedRows: BigInt(affectedRows) }) };
    }

    /** @throws Error also when the database rolled back instead, as it does after an error that nobody passed on */
    async commit(): Promise<void> {
        const { command } = await this.#statements.run('commit', []);
        if (command !== 'COMMIT') throw new Error('The transaction was rolled back instead of committed.');
    }

    async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
        throw new Error('The embedded Postgres does not stream.');
    }
}
