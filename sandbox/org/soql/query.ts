import type { FieldValue } from '../record-store.ts';

/** A field or a relationship path such as `['Contact', 'Name']`, as written in the query. */
export type FieldPath = readonly string[];

/** A comparison or a combination of them. */
export type Condition =
    | { kind: 'compare'; path: FieldPath; operator: '=' | '!=' | '<' | '<=' | '>' | '>='; value: FieldValue }
    | { kind: 'in'; path: FieldPath; values: readonly FieldValue[]; negated: boolean }
    | { kind: 'and'; parts: readonly Condition[] }
    | { kind: 'or'; parts: readonly Condition[] };

/** One `ORDER BY` term. Salesforce sorts nulls first unless told otherwise. */
export interface Ordering {
    path: FieldPath;
    descending: boolean;
    nullsLast: boolean;
}

/** The part of SOQL that the local org understands. */
export interface Query {
    fields: readonly FieldPath[];
    object: string;
    where: Condition | null;
    orderBy: readonly Ordering[];
    limit: number | null;
}
