import type { RequestHandler } from 'express';

const HEADERS = new Map([
    ['Cache-Control', 'no-store'],
    ['X-Content-Type-Options', 'nosniff'],
    ['Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'"]
]);

/** Answers hold personal data and are for programs: never cached, never sniffed, never framed. */
export function securityHeaders(): RequestHandler {
    return (_req, res, next) => {
        res.setHeaders(HEADERS);
        next();
    };
}
