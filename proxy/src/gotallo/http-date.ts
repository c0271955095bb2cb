/** The one date format HTTP still allows to be sent (RFC 9110, section 5.6.7). */
const HTTP_DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/** Reads such a date; milliseconds since 1970, or null for anything else, an earlier one included. */
export function readHttpDate(text: string): number | null {
    const at = HTTP_DATE.test(text) ? Date.parse(text) : NaN;
    return at >= 0 ? at : null;
}
