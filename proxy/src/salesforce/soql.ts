/** A SOQL string literal, quotes included, that means exactly this text. */
export function soqlText(text: string): string {
    return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n').replaceAll('\r', '\\r')}'`;
}

/** A SOQL list of string literals, for `IN`. */
export function soqlList(texts: Iterable<string>): string {
    return `(${Array.from(texts, soqlText).join(', ')})`;
}
