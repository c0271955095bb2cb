import type { FieldValue, SObject } from '../record-store.ts';
import { RestError } from '../rest-error.ts';
import { findObject, type ObjectSchema } from '../schema.ts';
import { resolvePath, type ResolvedPath } from './field-path.ts';
import { checkCondition, comparable, meets } from './meets.ts';
import { parseQuery } from './parse-query.ts';
import type { Ordering } from './query.ts';
import type { RowSource } from './row-source.ts';

/** A record of a query's answer, with related records nested. */
export interface QueriedRecord {
    attributes: { type: string; url: string };
    [field: string]: FieldValue | QueriedRecord | { type: string; url: string };
}

/** The body of a `query` answer. */
export interface QueryResult {
    totalSize: number;
    done: true;
    records: QueriedRecord[];
}

/**
 * Runs a query as the REST API does.
 * @throws RestError `MALFORMED_QUERY`, `INVALID_TYPE`, `INVALID_FIELD`
 */
export function runQuery(soql: string, source: RowSource): QueryResult {
    const query = parseQuery(soql);
    const schema = findObject(query.object);
    if (!schema) throw new RestError('INVALID_TYPE', `sObject type '${query.object}' is not supported.`);
    const fields = query.fields.map((path) => resolvePath(schema, path));
    if (query.where) checkCondition(query.where, schema);
    const orderings = query.orderBy.map((each) => ({ ...each, field: resolvePath(schema, each.path) }));
    const rows = source
        .rows(schema.name)
        .filter((row) => !query.where || meets(row, query.where, schema, source))
        .sort((left, right) => compareRows(left, right, orderings, source));
    const records = rows.slice(0, query.limit ?? rows.length).map((row) => project(row, schema, fields, source));
    return { totalSize: records.length, done: true, records };
}

function compareRows(
    left: SObject,
    right: SObject,
    orderings: readonly (Ordering & { field: ResolvedPath })[],
    source: RowSource
): number {
    for (const { field, descending, nullsLast } of orderings) {
        const [a, b] = [comparable(field.read(left, source)), comparable(field.read(right, source))];
        if (a === b) continue;
        if (a === null || b === null) return (a === null) === nullsLast ? 1 : -1;
        const order = a < b ? -1 : a > b ? 1 : 0;
        if (order) return descending ? -order : order;
    }
    return 0;
}

function project(
    row: SObject,
    schema: ObjectSchema,
    fields: readonly ResolvedPath[],
    source: RowSource
): QueriedRecord {
    const record: QueriedRecord = { attributes: attributesOf(schema, row) };
    for (const field of fields) {
        if (!field.relationship) record[field.name] = field.read(row, source);
        else record[field.relationship] = related(record, row, field, source);
    }
    return record;
}

function related(record: QueriedRecord, row: SObject, field: ResolvedPath, source: RowSource): QueriedRecord | null {
    const target = field.target(row, source);
    if (!target) return null;
    const sibling = record[field.relationship ?? ''];
    const nested = (sibling as QueriedRecord | undefined) ?? { attributes: attributesOf(field.schema, target) };
    nested[field.name] = field.read(row, source);
    return nested;
}

function attributesOf(schema: ObjectSchema, row: SObject): QueriedRecord['attributes'] {
    return { type: schema.name, url: `/services/data/v66.0/sobjects/${schema.name}/${row.Id}` };
}
