import { sql, type CompiledQuery, type Kysely, type RawBuilder } from 'kysely';
import type { Schema } from '../schema.ts';
import { toJson } from './json.ts';

/** Runs the statement for rows. */
export type KeptStatement<Asked extends object, Row> = (db: Kysely<Schema>, asked: readonly Asked[]) => Promise<Row[]>;

/**
 * A statement about any number of rows, which come as JSON in its only parameter. It is put together once, and its text never
 * differs, so that the database keeps it prepared.
 * @param build makes the statement from its rows, an expression of type `json`
 */
export function keptStatement<Asked extends object, Row>(
    build: (rows: RawBuilder<unknown>) => RawBuilder<Row>
): KeptStatement<Asked, Row> {
    let compiled: CompiledQuery<Row> | undefined;
    return async (db, asked) => {
        compiled ??= build(sql`${''}::json`).compile(db);
        const { rows } = await db.executeQuery<Row>({ ...compiled, parameters: [toJson(asked)] });
        return rows;
    };
}
