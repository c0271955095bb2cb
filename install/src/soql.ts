/** A text as SOQL writes it. */
export function soqlText(text: string): string {
    return `'${text.replace(/[\\']/g, '\\$&')}'`;
}

/** Texts for `IN (…)`. */
export function soqlList(texts: readonly string[]): string {
    return texts.map(soqlText).join(', ');
}
