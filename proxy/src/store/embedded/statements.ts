import { parse, protocol, type PGlite, type Results } from '@electric-sql/pglite';
import { LRUCache } from 'lru-cache';

const { serialize } = protocol;

/** More than the texts that the store's queries come to in practice; each costs some memory in the database. */
const MAX_PREPARED = 100;
/**
 * The database keeps the plan of a statement that it ran some times, and only new statistics make it plan anew. The
 * embedded one never collects any, so a plan from when a table was nearly empty would stay while the table grows.
 */
const KEEP_MS = 60_000;

/** A statement that the database keeps under a name. */
interface Prepared {
    name: string;
    /** The type of each parameter, as an object id of Postgres. */
    types: readonly number[];
}

/** What can be told about how statements are kept. */
export interface StatementsOptions {
    maxPrepared?: number | undefined;
    clock?: (() => number) | undefined;
}

/**
 * Runs statements on the embedded Postgres by the extended query protocol, each in one message. `PGlite.query` needs six
 * and has each parsed and planned anew. Statements with parameters are prepared and kept under a name for a minute; those
 * without, which are `begin`, `commit` and changes of the schema, are not.
 * (https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-EXT-QUERY)
 */
export class Statements {
    readonly #pglite: PGlite;
    readonly #prepared: LRUCache<string, Prepared>;
    /** Names that are not used anymore; the database is told with the next message. */
    readonly #outdated: string[] = [];
    #count = 0;

    /**
     * @param pglite no other `Statements` runs on it
     * @param options `maxPrepared`: how many statements are kept prepared, 100 when left out; `clock`: milliseconds
     */
    constructor(
        pglite: PGlite,
        { maxPrepared = MAX_PREPARED, clock = () => performance.now() }: StatementsOptions = {}
    ) {
        this.#pglite = pglite;
        this.#prepared = new LRUCache({
            max: maxPrepared,
            ttl: KEEP_MS,
            perf: { now: clock },
            ttlResolution: 0,
            dispose: ({ name }) => this.#outdated.push(name)
        });
    }

    /**
     * Runs one statement, and leaves the connection ready for the next one whatever becomes of it.
     * @param parameters in the order of `$1`, `$2` …
     * @returns what `PGlite.query` returns, of the same types
     * @throws DatabaseError of PGlite, with the SQLSTATE as `code` and without the parameters
     * @throws Error when the database is closed, gave no full answer, or a parameter is not of its type
     */
    run<R>(sql: string, parameters: readonly unknown[]): Promise<Results<R>> {
        return this.#pglite.runExclusive(async () => {
            if (!this.#pglite.ready) throw new Error('The embedded Postgres is closed.');
            const replies =
                parameters.length === 0 ? await this.#runOnce(sql) : await this.#runPrepared(sql, parameters);
            // Without it, nothing says that the statement was carried out.
            if (!replies.some(({ name }) => name === 'commandComplete')) {
                throw new Error('The embedded Postgres gave no full answer.');
            }
            return parse.parseResults(replies, this.#pglite.parsers)[0] as Results<R>;
        });
    }

    #runOnce(text: string): Promise<Replies> {
        return this.#send(serialize.parse({ text }), ...execute({}));
    }

    async #runPrepared(sql: string, parameters: readonly unknown[]): Promise<Replies> {
        const { name, types } = this.#prepared.get(sql) ?? (await this.#prepare(sql));
        const values = parameters.map((value, index) => this.#toText(value, types[index]));
        try {
            return await this.#send(...execute({ statement: name, values }));
        } catch (error) {
            // It may be that the schema changed under it (SQLSTATE 0A000).
            this.#prepared.delete(sql);
            throw error;
        }
    }

    async #prepare(text: string): Promise<Prepared> {
        this.#count += 1;
        const name = `s${this.#count}`;
        try {
            const replies = await this.#send(
                serialize.parse({ name, text }),
                serialize.describe({ type: 'S', name }),
                serialize.sync()
            );
            const prepared = { name, types: parse.parseDescribeStatementResults(replies) };
            this.#prepared.set(text, prepared);
            return prepared;
        } catch (error) {
            this.#outdated.push(name);
            throw error;
        }
    }

    #toText(value: unknown, type: number | undefined): string | null {
        if (value === null || value === undefined) return null;
        const toText = type === undefined ? undefined : this.#pglite.serializers[type];
        return toText === undefined ? String(value) : toText(value);
    }

    async #send(...messages: Uint8Array[]): Promise<Replies> {
        const closing = this.#outdated.splice(0).map((name) => serialize.close({ type: 'S', name }));
        return this.#pglite.execProtocolStream(Buffer.concat([...closing, ...messages]));
    }
}

type Replies = Awaited<ReturnType<PGlite['execProtocolStream']>>;

/** After an error the database skips everything up to the Sync, so that one ends every message. */
function execute(bind: Parameters<typeof serialize.bind>[0]): Uint8Array[] {
    return [serialize.bind(bind), serialize.describe({ type: 'P' }), serialize.execute(), serialize.sync()];
}
