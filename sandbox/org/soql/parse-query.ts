import type { FieldValue } from '../record-store.ts';
import { RestError } from '../rest-error.ts';
import type { Condition, FieldPath, Ordering, Query } from './query.ts';
import { tokenize, type Token } from './tokenize.ts';

const COMPARISONS = ['=', '!=', '<', '<=', '>', '>='] as const;
const RESERVED = /^(select|from|where|and|or|not|in|order|by|limit|null)$/i;

/**
 * Parses `SELECT … FROM … [WHERE …] [ORDER BY …] [LIMIT n]`; anything else of SOQL is refused.
 * @throws RestError `MALFORMED_QUERY`
 */
export function parseQuery(soql: string): Query {
    return new Parser(tokenize(soql)).query();
}

class Parser {
    private at = 0;
    private readonly tokens: readonly Token[];

    constructor(tokens: readonly Token[]) {
        this.tokens = tokens;
    }

    query(): Query {
        this.expect('SELECT');
        const fields = this.list(() => this.path());
        this.expect('FROM');
        const object = this.name();
        const where = this.take('WHERE') ? this.condition() : null;
        const orderBy = this.take('ORDER') ? this.orderings() : [];
        const limit = this.take('LIMIT') ? this.wholeNumber() : null;
        if (this.peek()) this.refuse();
        return { fields, object, where, orderBy, limit };
    }

    private condition(): Condition {
        const first = this.term();
        const joint = this.is('AND') ? 'AND' : this.is('OR') ? 'OR' : null;
        if (!joint) return first;
        const parts = [first];
        while (this.take(joint)) parts.push(this.term());
        // Salesforce wants parentheses where AND and OR meet.
        if (this.is('AND') || this.is('OR')) this.refuse();
        return { kind: joint === 'AND' ? 'and' : 'or', parts };
    }

    private term(): Condition {
        if (this.take('(')) {
            const inner = this.condition();
            this.expect(')');
            return inner;
        }
        const path = this.path();
        const negated = this.take('NOT');
        if (this.take('IN')) return { kind: 'in', path, negated, values: this.values() };
        const operator = COMPARISONS.find((each) => this.is(each));
        if (negated || !operator) return this.refuse();
        this.at += 1;
        return { kind: 'compare', path, operator, value: this.value() };
    }

    private values(): FieldValue[] {
        this.expect('(');
        const values = this.list(() => this.value());
        this.expect(')');
        return values;
    }

    private value(): FieldValue {
        const token = this.peek();
        if (!token) return this.refuse();
        this.at += 1;
        if (token.kind === 'string' || token.kind === 'datetime') return token.text;
        if (token.kind === 'number') return Number(token.text);
        const literal = { null: null, true: true, false: false }[token.text.toLowerCase()];
        if (literal !== undefined) return literal;
        this.at -= 1;
        return this.refuse();
    }

    private orderings(): Ordering[] {
        this.expect('BY');
        return this.list(() => {
            const path = this.path();
            const descending = this.take('DESC');
            if (!descending) this.take('ASC');
            const nullsLast = this.take('NULLS') && !this.take('FIRST') && (this.expect('LAST'), true);
            return { path, descending, nullsLast };
        });
    }

    private list<T>(item: () => T): T[] {
        const items = [item()];
        while (this.take(',')) items.push(item());
        return items;
    }

    private path(): FieldPath {
        return this.name().split('.');
    }

    private name(): string {
        const token = this.peek();
        if (token?.kind !== 'word' || RESERVED.test(token.text)) return this.refuse();
        this.at += 1;
        return token.text;
    }

    private wholeNumber(): number {
        const value = this.value();
        return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : this.refuse();
    }

    private peek(): Token | undefined {
        return this.tokens[this.at];
    }

    private is(text: string): boolean {
        const token = this.peek();
        return token !== undefined && token.kind !== 'string' && token.text.toUpperCase() === text;
    }

    private take(text: string): boolean {
        if (!this.is(text)) return false;
        this.at += 1;
        return true;
    }

    private expect(text: string): void {
        if (!this.take(text)) this.refuse();
    }

    private refuse(): never {
        const token = this.peek();
        throw new RestError('MALFORMED_QUERY', token ? `unexpected token: '${token.text}'` : 'unexpected end of query');
    }
}
