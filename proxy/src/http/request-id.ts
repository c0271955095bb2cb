import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';

/** Ids from outside go into logs and answers, so only harmless ones are taken over. */
const HARMLESS = /^[A-Za-z0-9_-]{8,64}$/;

/** Gives every request an id, its own from `X-Request-Id` where that is harmless, and returns it in the same header. */
export function requestId(): RequestHandler {
    return (req, res, next) => {
        const given = req.get('X-Request-Id') ?? '';
        req.id = HARMLESS.test(given) ? given : randomUUID();
        res.setHeader('X-Request-Id', String(req.id));
        next();
    };
}
