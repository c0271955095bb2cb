import type { Request, RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import { Failure } from '../lib/failure.ts';
import { authenticated } from './authenticate.ts';
import { DETAILS } from './details.ts';

const WRITES = new Set(['PUT', 'DELETE', 'POST']);

interface AgentLimit {
    /** A whole number from 1. */
    perMinute: number;
    /** What an agent is told who asks for more. */
    detail: string;
    /** What is not counted. */
    skip?: (req: Request) => boolean;
}

/** Limits the changes of each agent. */
export function writeLimit(perMinute: number): RequestHandler {
    return agentLimit({ perMinute, detail: DETAILS.tooManyWrites, skip: ({ method }) => !WRITES.has(method) });
}

/**
 * Limits what each agent may ask for, counted by this process, and tells what is left in `RateLimit` headers (Internet
 * draft draft-ietf-httpapi-ratelimit-headers-08). Mounted behind `authenticate`.
 */
export function agentLimit({ perMinute, detail, skip = () => false }: AgentLimit): RequestHandler {
    return rateLimit({
        windowMs: 60_000,
        limit: perMinute,
        standardHeaders: 'draft-8',
        legacyHeaders: false,
        skip,
        keyGenerator: (_req, res) => {
            const { tenant, caller } = authenticated(res);
            return `${tenant.orgId} ${caller.agent.id}`;
        },
        handler: (_req, res, next) => {
            const retryAfterSeconds = Number(res.get('Retry-After'));
            next(new Failure('too-many-requests', { detail, retryAfterSeconds }));
        }
    });
}
