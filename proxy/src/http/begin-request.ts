import type { RequestListener } from 'node:http';
import type { Logger } from 'pino';
import { beginContext } from './request-context.ts';
import { requestIdOf } from './request-id.ts';
import { requestLog } from './request-log.ts';
import { setSecurityHeaders } from './security-headers.ts';

/** What is done first for every request: its id, which the answer names; its line in the log; what keeps every answer safe. */
export function beginRequest(logger: Logger): RequestListener {
    const logWhenOver = requestLog(logger);
    return (req, res) => {
        const requestId = requestIdOf(req); // first: every later step may need the id
        beginContext(res, requestId);
        logWhenOver(res); // before anything that can refuse, so that refusals are logged too
        res.setHeader('X-Request-Id', requestId);
        setSecurityHeaders(res);
    };
}
