import {
    isValueCondition,
    type LiteralType,
    type ValueCondition,
    type WhereClause
} from '@jetstreamapp/soql-parser-js';
import type { FieldValue } from '../record-store.ts';
import { RestError } from '../rest-error.ts';
import { notUnderstood } from './not-understood.ts';
import type { Condition } from './query.ts';

const COMPARISONS = ['=', '!=', '<', '<=', '>', '>='] as const;
const ESCAPED: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** Conditions side by side, in parentheses or at the top. */
interface Group {
    parts: Condition[];
    /** What joins them; null while there is only one. */
    joint: 'and' | 'or' | null;
}

/**
 * Nests the parser's conditions, a chain whose links say how many parentheses open and close there.
 * @throws RestError `MALFORMED_QUERY`
 */
export function parseCondition(where: WhereClause): Condition {
    const open: Group[] = [];
    let group = newGroup();
    for (let link: WhereClause | null = where; link !== null; link = 'right' in link ? link.right : null) {
        const comparison = link.left;
        if (comparison === null || !isValueCondition(comparison)) throw notUnderstood('a condition');
        for (let count = comparison.openParen ?? 0; count > 0; count--) {
            open.push(group);
            group = newGroup();
        }
        group.parts.push(parseComparison(comparison));
        for (let count = comparison.closeParen ?? 0; count > 0; count--) {
            const closed = conditionOf(group);
            group = open.pop() ?? newGroup();
            group.parts.push(closed);
        }
        if ('operator' in link) join(group, link.operator === 'AND' ? 'and' : 'or');
    }
    return conditionOf(group);
}

function newGroup(): Group {
    return { parts: [], joint: null };
}

/** Salesforce wants parentheses where AND and OR meet. */
function join(group: Group, joint: 'and' | 'or'): void {
    if (group.joint !== null && group.joint !== joint) {
        throw new RestError('MALFORMED_QUERY', `unexpected token: '${joint.toUpperCase()}'`);
    }
    group.joint = joint;
}

function conditionOf({ parts, joint }: Group): Condition {
    const [first] = parts;
    return joint === null && first ? first : { kind: joint ?? 'and', parts };
}

function parseComparison({ field, operator, value, literalType }: ValueCondition): Condition {
    const path = field.split('.');
    // One type for each value of a list, or one for all.
    const types = [literalType].flat();
    if (Array.isArray(value)) {
        if (operator !== 'IN' && operator !== 'NOT IN') throw notUnderstood(`a list after ${operator}`);
        const values = value.map((each, index) => parseValue(each, types[index] ?? types[0]));
        return { kind: 'in', path, values, negated: operator === 'NOT IN' };
    }
    const comparison = COMPARISONS.find((each) => each === operator);
    if (comparison === undefined) throw notUnderstood(operator);
    return { kind: 'compare', path, operator: comparison, value: parseValue(value, types[0]) };
}

function parseValue(text: string, type: LiteralType | undefined): FieldValue {
    switch (type) {
        case 'STRING':
            return text.slice(1, -1).replace(/\\(.)/g, (_escape, char: string) => ESCAPED[char] ?? char);
        case 'INTEGER':
        case 'DECIMAL':
            return Number(text);
        case 'BOOLEAN':
            return text.toUpperCase() === 'TRUE';
        case 'NULL':
            return null;
        case 'DATETIME':
            return text;
        default:
            throw notUnderstood(text);
    }
}
