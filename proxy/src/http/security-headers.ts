import type { RequestHandler } from 'express';

/** Answers hold personal data and are for programs: never cached, never sniffed, never framed. */
export function securityHeaders(): RequestHandler {
    return (_req, res, next) => {
        res.set({
            'Cache-Control': 'no-store',
            'X-Content-Type-Options': 'nosniff',
            'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'"
        });
        next();
    };
}
