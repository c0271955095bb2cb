import { createHash } from 'node:crypto';
import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import type { Pool, PoolClient } from 'pg';

/** More than the texts that the store's queries come to; a connection keeps every name until it ends. */
const MAX_NAMES = 500;

/**
 * Has statements with parameters prepared under a name, so that the server parses and plans each once a connection.
 * (https://node-postgres.com/features/queries#prepared-statements)
 */
export function preparingPool(pool: Pool): PostgresPool {
    const names = new Map<string, string>();
    return {
        options: pool.options,
        connect: async () => new PreparingClient(await pool.connect(), names),
        end: () => pool.end()
    };
}

class PreparingClient implements PostgresPoolClient {
    readonly #client: PoolClient;
    readonly #names: Map<string, string>;

    constructor(client: PoolClient, names: Map<string, string>) {
        this.#client = client;
        this.#names = names;
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
        return this.#client.query({ text, values, ...(name !== undefined && { name }) }) as unknown as Promise<
            PostgresQueryResult<R>
        >;
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
