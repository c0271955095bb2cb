import type { ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { contextOf } from './request-context.ts';

/** Probes ask every few seconds; their success is no news. */
const PROBES = ['/healthz', '/readyz'];

/** A caller may put anything into a path, so of one that no route takes nothing is repeated. */
const OTHER_PATH = '(other)';

/**
 * One line per request once it is answered, or its client has gone away: id, method, path, status, time, org and user id,
 * problem code. Never headers, query, bodies or names.
 * @returns what is to be called for each response before anything can answer
 */
export function requestLog(logger: Logger): (res: ServerResponse) => void {
    // One function for all, since this is done for every request.
    function logOnce(this: ServerResponse): void {
        const context = contextOf(this);
        if (context.isLogged) return;
        context.isLogged = true;
        const { requestId, path = OTHER_PATH, tenant, userId, code } = context;
        const { req, statusCode: status } = this;
        const ms = Date.now() - context.cameAt;
        logger[levelOf(path, status)](
            { requestId, method: req.method, path, status, tenant, userId, code, ms },
            'answered'
        );
    }
    return (res) => {
        res.on('finish', logOnce).on('close', logOnce).on('error', logOnce);
    };
}

function levelOf(path: string, status: number): 'debug' | 'info' | 'warn' | 'error' {
    if (status >= 500) return 'error';
    if (status >= 400) return 'warn';
    return PROBES.includes(path) ? 'debug' : 'info';
}
