const MARK = '[redacted]';

/** Tokens by their shape, wherever they turn up: Salesforce access tokens, JWTs, and anything behind "Bearer". */
export const TOKEN_SHAPES = [
    /00D[A-Za-z0-9]{9,15}(?:!|%21)[^\s"'\\]+/g,
    /eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*/g,
    /(?<=Bearer\s)[A-Za-z0-9!._~+/=-]+/gi
] as const;

/** What a line must hold for any of the shapes to be in it. Looking for it costs far less than for the shapes. */
const SIGN_OF_TOKEN = /00D|eyJ|Bearer/i;

/**
 * Makes what takes every token out of a line of log, which is JSON.
 * @param secrets values that must never be printed
 */
export function createRedactor(secrets: readonly string[]): (line: string) => string {
    // A line is JSON, so a secret with quotes or backslashes stands in it escaped.
    const escaped = secrets.map((secret) => JSON.stringify(secret).slice(1, -1));
    return (line) => {
        const text = escaped.reduce((rest, secret) => rest.replaceAll(secret, MARK), line);
        return SIGN_OF_TOKEN.test(text) ? withoutShapes(text) : text;
    };
}

function withoutShapes(text: string): string {
    return TOKEN_SHAPES.reduce((rest, shape) => rest.replace(shape, MARK), text);
}
