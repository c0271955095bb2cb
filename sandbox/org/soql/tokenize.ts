import { RestError } from '../rest-error.ts';

/** A piece of a query with its text; strings come without quotes and unescaped. */
export interface Token {
    kind: 'word' | 'string' | 'number' | 'datetime' | 'symbol';
    text: string;
}

const PIECES: readonly (readonly [Token['kind'] | 'space', RegExp])[] = [
    ['space', /\s+/y],
    ['string', /'(?:[^'\\]|\\.)*'/y],
    ['datetime', /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})/y],
    ['number', /-?\d+(?:\.\d+)?/y],
    ['word', /[A-Za-z_][\w.]*/y],
    ['symbol', /<=|>=|!=|[=<>(),]/y]
];

/**
 * Splits a query into tokens.
 * @throws RestError `MALFORMED_QUERY` at a character that no token starts with
 */
export function tokenize(soql: string): Token[] {
    const tokens: Token[] = [];
    let at = 0;
    while (at < soql.length) {
        const piece = pieceAt(soql, at);
        at += piece.length;
        if (piece.kind !== 'space') tokens.push({ kind: piece.kind, text: piece.text });
    }
    return tokens;
}

function pieceAt(soql: string, at: number): { kind: Token['kind'] | 'space'; text: string; length: number } {
    for (const [kind, pattern] of PIECES) {
        pattern.lastIndex = at;
        const match = pattern.exec(soql)?.[0];
        if (match) return { kind, text: kind === 'string' ? unquote(match) : match, length: match.length };
    }
    throw new RestError('MALFORMED_QUERY', `unexpected token: '${soql.charAt(at)}'`);
}

function unquote(literal: string): string {
    const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
    return literal.slice(1, -1).replace(/\\(.)/g, (_whole, char: string) => escapes[char] ?? char);
}
