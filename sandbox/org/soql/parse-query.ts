import {
    composeQuery,
    isOrderByField,
    parseQuery as parseSoql,
    type FieldType,
    type OrderByClause,
    type Query as SoqlQuery
} from '@jetstreamapp/soql-parser-js';
import { RestError } from '../rest-error.ts';
import { notUnderstood } from './not-understood.ts';
import { parseCondition } from './parse-condition.ts';
import type { FieldPath, Ordering, Query } from './query.ts';

const CLAUSES = ['fields', 'sObject', 'where', 'orderBy', 'limit'];

/**
 * Parses `SELECT … FROM … [WHERE …] [ORDER BY …] [LIMIT n]`; anything else of SOQL is refused.
 * @throws RestError `MALFORMED_QUERY`
 */
export function parseQuery(soql: string): Query {
    const parsed = parse(soql);
    const other = Object.keys(parsed).find((clause) => !CLAUSES.includes(clause));
    if (other !== undefined) throw notUnderstood(other);
    const { fields = [], sObject = '', where, orderBy = [], limit = null } = parsed;
    return {
        fields: fields.map(fieldPath),
        object: sObject,
        where: where ? parseCondition(where) : null,
        orderBy: [orderBy].flat().map(ordering),
        limit
    };
}

function parse(soql: string): SoqlQuery {
    let parsed: SoqlQuery;
    try {
        parsed = parseSoql(soql);
    } catch (error) {
        throw new RestError('MALFORMED_QUERY', error instanceof Error ? error.message : String(error));
    }
    // The parser accepts what Salesforce refuses: AND after WHERE, no AND between two conditions, no space after BY.
    const read = composeQuery(parsed);
    if (normalized(read) !== normalized(soql)) {
        throw new RestError('MALFORMED_QUERY', `Only a part of the query could be read: ${read}`);
    }
    return parsed;
}

/** A query in capitals, and with spaces only where they part words. */
function normalized(soql: string): string {
    return soql
        .trim()
        .replace(/\s+/g, ' ')
        .replace(/ ?([=<>!(),]) ?/g, '$1')
        .toUpperCase();
}

function fieldPath(field: FieldType): FieldPath {
    if ('alias' in field) throw notUnderstood(`alias ${field.alias}`);
    if (field.type === 'Field') return [field.field];
    if (field.type === 'FieldRelationship') return [...field.relationships, field.field];
    throw notUnderstood(field.type);
}

function ordering(clause: OrderByClause): Ordering {
    if (!isOrderByField(clause)) throw notUnderstood('a function in ORDER BY');
    const { field, order, nulls } = clause;
    return { path: field.split('.'), descending: order === 'DESC', nullsLast: nulls === 'LAST' };
}
