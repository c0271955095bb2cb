/** What JSON may hold and no text of Postgres can: half a surrogate pair, and NUL. */
const NOT_STORABLE = /\\u(?:d[89a-f][0-9a-f]{2}|0000)/;

/**
 * As JSON that Postgres takes. Text comes from customers and other systems, and may have been cut in the middle of an emoji:
 * what cannot be stored of it becomes U+FFFD.
 */
export function toJson(value: unknown): string {
    const json = JSON.stringify(value);
    // A backslash that somebody typed looks alike, and stays as it is.
    return NOT_STORABLE.test(json) ? JSON.stringify(value, storable) : json;
}

function storable(_key: string, value: unknown): unknown {
    return typeof value === 'string' ? value.toWellFormed().replaceAll('\u0000', '\uFFFD') : value;
}
