import { readHttpDate } from './http-date.ts';

const SECONDS = /^\d+$/;

/** Nobody is kept away for longer, whatever a header says: it may be a mistake, and trying again does no harm. */
const LONGEST_MS = 60 * 60 * 1000;

/**
 * Reads a `Retry-After` header (RFC 9110, section 10.2.3).
 * @returns milliseconds to wait from `now`, an hour at most, and 0 for a date gone by; null when there is no such header or it is malformed
 */
export function readRetryAfter(header: string | undefined, now = Date.now()): number | null {
    const text = header?.trim() ?? '';
    const at = readHttpDate(text);
    const waitMs = SECONDS.test(text) ? Number(text) * 1000 : at === null ? null : at - now;
    return waitMs === null ? null : Math.min(Math.max(0, waitMs), LONGEST_MS);
}
