import type { RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import { Failure } from '../lib/failure.ts';
import { authenticated } from './authenticate.ts';
import { DETAILS } from './problems.ts';

const WRITES = new Set(['PUT', 'DELETE', 'POST']);

/**
 * Limits the changes of each agent, counted by this process, and tells what is left in `RateLimit` headers (Internet
 * draft draft-ietf-httpapi-ratelimit-headers-08). Mounted behind `authenticate`.
 * @param perMinute a whole number from 1
 */
export function writeLimit(perMinute: number): RequestHandler {
    return rateLimit({
        windowMs: 60_000,
        limit: perMinute,
        standardHeaders: 'draft-8',
        legacyHeaders: false,
        skip: (req) => !WRITES.has(req.method),
        keyGenerator: (_req, res) => {
            const { tenant, caller } = authenticated(res);
            return `${tenant.orgId} ${caller.agent.id}`;
        },
        handler: (_req, res, next) => {
            const retryAfterSeconds = Number(res.get('Retry-After'));
            next(new Failure('too-many-requests', { detail: DETAILS.tooManyWrites, retryAfterSeconds }));
        }
    });
}
