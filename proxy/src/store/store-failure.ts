import { Failure } from '../lib/failure.ts';

/**
 * The database's own complaint, for the log. The driver's error objects carry the query's parameters, notes of agents
 * among them, so only the message and the SQLSTATE are kept.
 */
export class DatabaseError extends Error {
    override readonly name = 'DatabaseError';

    /** @param thrown whatever the driver has thrown */
    constructor(thrown: unknown) {
        super(describe(thrown));
    }
}

/**
 * Whether the database itself refused a statement, so that nothing of it is stored. Not so where it closed the connection, which
 * it may do after a commit. (https://www.postgresql.org/docs/current/errcodes-appendix.html)
 */
export function wasRefused(thrown: unknown): boolean {
    if (!(thrown instanceof Error) || !('severity' in thrown && 'code' in thrown)) return false;
    return typeof thrown.code === 'string' && !/^(?:08|57P|58|XX)/.test(thrown.code);
}

/** What the store was doing. Once GoTallo was asked, losing the store leaves the result unknown. */
export type StoreWork = 'reading' | 'accepting' | 'completing';

/**
 * Runs database work and turns whatever it throws into the failure the caller is told.
 * @throws Failure `store-unavailable`, or `result-not-stored` when GoTallo had been asked already
 */
export async function storeWork<T>(what: StoreWork, work: () => Promise<T>): Promise<T> {
    try {
        return await work();
    } catch (error) {
        if (error instanceof Failure) throw error;
        const cause = new DatabaseError(error);
        throw new Failure(what === 'completing' ? 'result-not-stored' : 'store-unavailable', { cause });
    }
}

function describe(error: unknown): string {
    if (!(error instanceof Error)) return 'unknown error';
    const code = 'code' in error && typeof error.code === 'string' ? `${error.code}: ` : '';
    return code + error.message;
}
