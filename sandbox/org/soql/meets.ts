import type { FieldValue, SObject } from '../record-store.ts';
import type { ObjectSchema } from '../schema.ts';
import { resolvePath } from './field-path.ts';
import type { Condition } from './query.ts';
import type { RowSource } from './row-source.ts';

type Comparison = Extract<Condition, { kind: 'compare' }>['operator'];

/**
 * Finds every field of a condition, also when there is no row to compare.
 * @throws RestError `INVALID_FIELD`
 */
export function checkCondition(condition: Condition, schema: ObjectSchema): void {
    if ('parts' in condition) condition.parts.forEach((part) => checkCondition(part, schema));
    else resolvePath(schema, condition.path);
}

/**
 * Whether a row meets a condition. Text is compared without case, as in SOQL.
 */
export function meets(row: SObject, condition: Condition, schema: ObjectSchema, source: RowSource): boolean {
    if (condition.kind === 'and') return condition.parts.every((part) => meets(row, part, schema, source));
    if (condition.kind === 'or') return condition.parts.some((part) => meets(row, part, schema, source));
    const value = resolvePath(schema, condition.path).read(row, source);
    if (condition.kind === 'compare') return compare(value, condition.operator, condition.value);
    return condition.values.some((each) => compare(value, '=', each)) !== condition.negated;
}

function compare(left: FieldValue, operator: Comparison, right: FieldValue): boolean {
    const [a, b] = [comparable(left), comparable(right)];
    if (operator === '=') return a === b;
    if (operator === '!=') return a !== b;
    if (a === null || b === null) return false;
    if (operator === '<') return a < b;
    if (operator === '<=') return a <= b;
    return operator === '>' ? a > b : a >= b;
}

/** A value as SOQL compares and sorts it: text without case. */
export function comparable(value: FieldValue): FieldValue {
    return typeof value === 'string' ? value.toLowerCase() : value;
}
