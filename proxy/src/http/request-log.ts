import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { pinoHttp, type HttpLogger } from 'pino-http';
import { logFieldsOf } from './log-fields.ts';

/** Probes ask every few seconds; their success is no news. */
const PROBES = ['/healthz', '/readyz'];

/**
 * One line per answered request: id, method, path, status, time, org and user id, problem code. Never headers, query,
 * bodies or names.
 */
export function requestLog(logger: Logger): HttpLogger {
    return pinoHttp<IncomingMessage, ServerResponse>({
        logger,
        genReqId: (req) => req.id,
        serializers: { req: () => undefined, res: () => undefined, err: () => undefined },
        wrapSerializers: false,
        customLogLevel: (_req, res) => levelOf(pathOf(res), res.statusCode),
        customSuccessMessage: () => 'answered',
        customErrorMessage: () => 'answered',
        customAttributeKeys: { responseTime: 'ms' },
        // Not `customProps`: those are added twice, first at a time when the status is not known yet.
        customSuccessObject: (req, res, fields: object) => ({ ...line(req, res), ...fields }),
        customErrorObject: (req, res, _error, fields: object) => ({ ...line(req, res), ...fields })
    });
}

function line(req: IncomingMessage, res: ServerResponse): object {
    const { path, ...fields } = { path: pathOf(res), ...logFieldsOf(res) };
    return { requestId: req.id, method: req.method, path, status: res.statusCode, ...fields };
}

/** A caller may put anything into a path, so of one that no route takes nothing is repeated. */
function pathOf(res: ServerResponse): string {
    return logFieldsOf(res).path ?? '(other)';
}

function levelOf(path: string, status: number): 'debug' | 'info' | 'warn' | 'error' {
    if (status >= 500) return 'error';
    if (status >= 400) return 'warn';
    return PROBES.includes(path) ? 'debug' : 'info';
}
