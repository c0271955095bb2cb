import { readHttpDate } from './http-date.ts';

const SECONDS = /^\d{1,9}$/;

/**
 * Reads a `Retry-After` header (RFC 9110, section 10.2.3).
 * @returns milliseconds to wait from `now`, 0 for a date gone by; null when there is no such header or it is malformed
 */
export function readRetryAfter(header: string | undefined, now = Date.now()): number | null {
    const text = header?.trim() ?? '';
    if (SECONDS.test(text)) return Number(text) * 1000;
    const at = readHttpDate(text);
    return at === null ? null : Math.max(0, at - now);
}
