import type { FieldValue, SObject } from '../record-store.ts';
import { RestError } from '../rest-error.ts';
import { findField, findObject, findRelationship, type ObjectSchema, type Relationship } from '../schema.ts';
import type { FieldPath } from './query.ts';
import type { RowSource } from './row-source.ts';

/** A field of an object, or of a record that it looks up (one step). */
export interface ResolvedPath {
    /** The field's own spelling. */
    name: string;
    /** The relationship's own spelling; null for a field of the object itself. */
    relationship: string | null;
    /** The object that holds the field. */
    schema: ObjectSchema;
    /** The record that holds the field; undefined when the lookup is empty. */
    target(row: SObject, source: RowSource): SObject | undefined;
    read(row: SObject, source: RowSource): FieldValue;
}

/**
 * Finds a field or a relationship path of one step in the schema.
 * @throws RestError `INVALID_FIELD`
 */
export function resolvePath(schema: ObjectSchema, path: FieldPath): ResolvedPath {
    const [first = '', second, ...rest] = path;
    if (second === undefined) return resolved(schema, first, null, null);
    const relationship = findRelationship(schema, first);
    const parent = relationship && findObject(relationship.object);
    if (!parent || rest.length > 0) throw noSuch('relation', first, schema);
    return resolved(parent, second, relationship.name, relationship);
}

function resolved(
    schema: ObjectSchema,
    fieldName: string,
    relationship: string | null,
    lookup: Relationship | null
): ResolvedPath {
    const name = findField(schema, fieldName);
    if (!name) throw noSuch('column', fieldName, schema);
    const target = (row: SObject, source: RowSource): SObject | undefined =>
        lookup ? source.rows(lookup.object).find((each) => each.Id === row[lookup.lookup]) : row;
    return { name, relationship, schema, target, read: (row, source) => target(row, source)?.[name] ?? null };
}

function noSuch(kind: 'column' | 'relation', name: string, schema: ObjectSchema): RestError {
    const entity = kind === 'column' ? 'entity' : 'relation on entity';
    return new RestError('INVALID_FIELD', `No such ${kind} '${name}' on ${entity} '${schema.name}'.`);
}
