import type { Kysely } from 'kysely';
import { Failure } from '../../lib/failure.ts';
import type { Schema } from '../schema.ts';
import { DatabaseError, wasRefused } from '../store-failure.ts';

/** Every row of these statements names its operation. */
export interface OperationRow {
    operation_id: string;
}

/** A statement that writes rows; it returns what became of those that it wrote, by their operations. */
export type Write<Row extends OperationRow, Answer> = (
    db: Kysely<Schema>,
    rows: readonly Row[]
) => Promise<ReadonlyMap<string, Answer>>;

/**
 * Writes a batch of rows. A statement that the database refused has written nothing: one row of it may be at fault, so that
 * each takes the other way, alone.
 * @returns what became of each row; null: it was not written
 * @throws Failure `result-not-stored` when the commit got no answer; what the database throws when it was not reached
 */
export function inOneStatement<Row extends OperationRow, Answer>(
    db: Kysely<Schema>,
    write: Write<Row, Answer>
): (rows: readonly Row[]) => Promise<(Answer | null)[]> {
    return async (rows) => {
        let isSent = false;
        try {
            const written = await db.connection().execute(async (connection) => {
                isSent = true;
                return write(connection, rows);
            });
            return rows.map(({ operation_id: id }) => written.get(id) ?? null);
        } catch (error) {
            if (!isSent) throw error;
            if (wasRefused(error)) return rows.map(() => null);
            throw new Failure('result-not-stored', { cause: new DatabaseError(error) });
        }
    };
}
