import type { ServerResponse } from 'node:http';

/** Answers hold personal data and are for programs: never cached, never sniffed, never framed. */
export function setSecurityHeaders(res: ServerResponse): void {
    res.setHeader('Cache-Control', 'no-store');
    res.setHeader('X-Content-Type-Options', 'nosniff');
    res.setHeader('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'");
}
