const SECONDS = /^\d{1,9}$/;
/** The one date format HTTP still allows to be sent (RFC 9110, section 5.6.7). */
const HTTP_DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/**
 * Reads a `Retry-After` header (RFC 9110, section 10.2.3).
 * @returns milliseconds to wait from `now`, 0 for a date gone by; null when there is no such header or it is malformed
 */
export function readRetryAfter(header: string | null, now = Date.now()): number | null {
    const text = header?.trim() ?? '';
    if (SECONDS.test(text)) return Number(text) * 1000;
    const at = HTTP_DATE.test(text) ? Date.parse(text) : NaN;
    return Number.isNaN(at) ? null : Math.max(0, at - now);
}
