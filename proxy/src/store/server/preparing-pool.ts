import { createHash } from 'node:crypto';
import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import type { Pool, PoolClient } from 'pg';

/** More than the texts that the store's queries come to; a connection keeps every name until it ends. */
const MAX_NAMES = 500;

/** How long the answer to a rollback is waited for. Without one the connection is closed, which does the same. */
const ROLLBACK_MS = 1_000;

/**
 * Has statements with parameters prepared under a name, so that the server parses and plans each once a connection.
 * (https://node-postgres.com/features/queries#prepared-statements)
 * @param transactionMs for a whole transaction: limits of single statements do not add up to one
 */
export function preparingPool(pool: Pool, transactionMs: number): PostgresPool {
    const names = new Map<string, string>();
    return {
        options: pool.options,
        connect: async () => new PreparingClient(await pool.connect(), names, transactionMs),
        end: () => pool.end()
    };
}

class PreparingClient implements PostgresPoolClient {
    readonly #client: PoolClient;
    readonly #names: Map<string, string>;
    readonly #transactionMs: number;
    /** When the transaction must be over, by `performance.now()`; undefined outside of one. */
    #endsAt: number | undefined;

    constructor(client: PoolClient, names: Map<string, string>, transactionMs: number) {
        this.#client = client;
        this.#names = names;
        this.#transactionMs = transactionMs;
    }

    query<R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>;
    query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
    query<R>(
        text: string | PostgresCursor<R>,
        parameters: readonly unknown[] = []
    ): Promise<PostgresQueryResult<R>> | PostgresCursor<R> {
        if (typeof text !== 'string') throw new Error('The store does not stream.');
        const values = [...parameters];
        const name = values.length === 0 ? undefined : nameOf(text, this.#names);
        const timeout = this.#timeoutOf(text);
        if (timeout !== undefined && timeout <= 0) {
            return Promise.reject(new Error('The transaction took too long and is given up.'));
        }
        return this.#client.query({
            text,
            values,
            ...(name !== undefined && { name }),
            ...(timeout !== undefined && { query_timeout: timeout })
        }) as unknown as Promise<PostgresQueryResult<R>>;
    }

    /** What is left of the transaction, in whole milliseconds; undefined where the pool's own limit counts. */
    #timeoutOf(text: string): number | undefined {
        const now = performance.now();
        if (/^(?:begin|start transaction)\b/i.test(text)) this.#endsAt = now + this.#transactionMs;
        const left = this.#endsAt === undefined ? undefined : Math.floor(this.#endsAt - now);
        if (/^(?:commit|rollback)$/i.test(text)) this.#endsAt = undefined;
        return /^rollback$/i.test(text) ? ROLLBACK_MS : left;
    }

    release(destroy?: boolean): void {
        this.#client.release(destroy);
    }
}

/**
 * The name of a statement, which follows from its text: whoever shares connections with other processes, such as a pooler
 * in between, can never run another statement of the same name.
 * @returns undefined when there are too many already
 */
function nameOf(text: string, names: Map<string, string>): string | undefined {
    const known = names.get(text);
    if (known !== undefined || names.size >= MAX_NAMES) return known;
    const name = createHash('sha256').update(text).digest('base64url');
    names.set(text, name);
    return name;
}
