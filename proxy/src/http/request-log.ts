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
        customLogLevel: (req, res) => levelOf(pathOf(req), res.statusCode),
        customSuccessMessage: () => 'answered',
        customErrorMessage: () => 'answered',
        customAttributeKeys: { responseTime: 'ms' },
        customProps: (req, res) => ({
            requestId: req.id,
            method: req.method,
            path: pathOf(req),
            status: res.statusCode,
            ...logFieldsOf(res)
        })
    });
}

function pathOf(req: IncomingMessage & { originalUrl?: string }): string {
    return (req.originalUrl ?? req.url ?? '').split('?', 1)[0] ?? '';
}

function levelOf(path: string, status: number): 'debug' | 'info' | 'warn' | 'error' {
    if (status >= 500) return 'error';
    if (status >= 400) return 'warn';
    return PROBES.includes(path) ? 'debug' : 'info';
}
