import { readText } from '../read-text.ts';
import { readRetryAfter } from './retry-after.ts';

const MAX_BODY_BYTES = 64 * 1024;

/** What became of one sending of a request. */
export type Attempt =
    /** It is under way, or was given up while it was. */
    | { kind: 'no-answer' }
    /** It never left: no connection came about. */
    | { kind: 'not-sent'; code: string }
    /** The connection broke before the answer was complete. */
    | { kind: 'broken'; code: string }
    /** `body` is null when it was not read: errors and redirects, and what is too long. */
    | { kind: 'answered'; status: number; retryAfterMs: number | null; body: string | null };

const NOT_SENT = new Set([
    ...['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT'],
    ...['CERT_HAS_EXPIRED', 'ERR_TLS_CERT_ALTNAME_INVALID', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
    ...['DEPTH_ZERO_SELF_SIGNED_CERT', 'SELF_SIGNED_CERT_IN_CHAIN', 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY']
]);

/** A `fetch` that notes each sending in `attempts`, its whole answer included. */
export function recordingFetch(send: typeof fetch, attempts: Attempt[]): typeof fetch {
    return async (input, init) => {
        const at = attempts.push({ kind: 'no-answer' }) - 1;
        try {
            const response = await send(input, init);
            attempts[at] = await readAnswer(response);
            return response;
        } catch (error) {
            if (!isAbort(error)) attempts[at] = brokenOff(error);
            throw error;
        }
    };
}

/** Whether what was asked for may have been done, though nobody said so. */
export function mayHaveApplied(attempt: Attempt): boolean {
    if (attempt.kind === 'not-sent') return false;
    return attempt.kind !== 'answered' || attempt.status < 400 || attempt.status >= 500;
}

/** Whether the same request may fare better a little later. */
export function isWorthRepeating(attempt: Attempt): boolean {
    return attempt.kind !== 'answered' || attempt.status === 429 || attempt.status >= 500;
}

async function readAnswer(response: Response): Promise<Attempt> {
    const { status, headers } = response;
    const retryAfterMs = readRetryAfter(headers.get('retry-after'));
    if (!response.ok) await response.body?.cancel();
    const body = response.ok ? await readText(response, MAX_BODY_BYTES) : null;
    return { kind: 'answered', status, retryAfterMs, body };
}

function brokenOff(error: unknown): Attempt {
    const code = String((error as { cause?: { code?: unknown } }).cause?.code ?? (error as Error).name);
    return { kind: NOT_SENT.has(code) ? 'not-sent' : 'broken', code };
}

function isAbort(error: unknown): boolean {
    return error instanceof Error && ['AbortError', 'TimeoutError'].includes(error.name);
}
