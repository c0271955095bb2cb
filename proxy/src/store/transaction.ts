import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';

/** Carries a result out of a transaction that is to leave nothing behind. */
class Undo<T> extends Error {
    readonly result: T;

    constructor(result: T) {
        super('nothing is to be stored');
        this.result = result;
    }
}

/**
 * Runs work in a transaction in which every query sees what was committed before it began.
 * @param isKept whether what was written is kept, by the result; when left out, it always is
 */
export async function inTransaction<T>(
    db: Kysely<Schema>,
    work: (trx: Kysely<Schema>) => Promise<T>,
    isKept: (result: T) => boolean = () => true
): Promise<T> {
    try {
        return await db
            .transaction()
            .setIsolationLevel('read committed')
            .execute(async (trx) => {
                const result = await work(trx);
                if (!isKept(result)) throw new Undo(result);
                return result;
            });
    } catch (error) {
        if (error instanceof Undo) return error.result as T;
        throw error;
    }
}
