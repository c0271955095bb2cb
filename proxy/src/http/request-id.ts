import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Ids from outside go into logs and answers, so only harmless ones are taken over. */
const HARMLESS = /^[A-Za-z0-9_-]{8,64}$/;

/** The id of a request: its own from `X-Request-Id` where that is harmless, else a new one. */
export function requestIdOf(req: IncomingMessage): string {
    const given = req.headers['x-request-id'];
    return typeof given === 'string' && HARMLESS.test(given) ? given : randomUUID();
}
