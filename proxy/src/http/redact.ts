const MARK = '[redacted]';

/** Tokens by their shape, wherever they turn up: Salesforce access tokens, JWTs, and anything behind "Bearer". */
const TOKEN_SHAPES = [
    /00D[A-Za-z0-9]{9,15}(?:!|%21)[^\s"'\\]+/g,
    /eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*/g,
    /(?<=Bearer\s)[A-Za-z0-9!._~+/=-]+/gi
] as const;

/**
 * Takes every token out of a line of log, which is JSON.
 * @param secrets values that must never be printed
 */
export function redact(line: string, secrets: readonly string[] = []): string {
    // A line is JSON, so a secret with quotes or backslashes stands in it escaped.
    const escaped = secrets.map((secret) => JSON.stringify(secret).slice(1, -1));
    const withoutSecrets = escaped.reduce((text, secret) => text.replaceAll(secret, MARK), line);
    return TOKEN_SHAPES.reduce((text, shape) => text.replace(shape, MARK), withoutSecrets);
}
