import type { ErrorRequestHandler, Request, Response } from 'express';
import type { Logger } from 'pino';
import type { Problem } from '#contract';
import { GoTalloFailure } from '../conversations/ports.ts';
import { Failure } from '../failure.ts';
import { addLogFields } from './log-fields.ts';
import { DETAILS, PROBLEMS } from './problems.ts';

const MEDIA_TYPE = 'application/problem+json';
const TYPE_PREFIX = 'urn:gotallo-conversation-block:problem:';
const RETRY_SOON_SECONDS = 5;

/**
 * The one place where errors become answers: RFC 9457 problems in the words of `problems.ts`. What nobody foresaw is
 * logged with the request's id and answered without any detail of it.
 */
export function problemHandler(logger: Logger): ErrorRequestHandler {
    return (error: unknown, req, res, next) => {
        if (res.headersSent) {
            next(error);
            return;
        }
        const failure = toFailure(error);
        if (PROBLEMS[failure.code].status >= 500 || failure instanceof GoTalloFailure) {
            logger.error({ requestId: req.id, code: failure.code, err: failure.cause ?? failure }, 'failed');
        }
        answer(req, res, failure);
    };
}

function answer(req: Request, res: Response, failure: Failure): void {
    const { status, title, detail } = PROBLEMS[failure.code];
    const retryAfter = failure.retryAfterSeconds ?? (status === 503 || status === 429 ? RETRY_SOON_SECONDS : null);
    const problem: Problem = {
        type: TYPE_PREFIX + failure.code,
        title,
        status,
        detail: failure.detail ?? detail,
        code: failure.code,
        requestId: String(req.id),
        ...(failure.view === undefined ? {} : { view: failure.view })
    };
    addLogFields(res, { code: failure.code });
    if (retryAfter !== null) res.set('Retry-After', String(retryAfter));
    if (status === 401) res.set('WWW-Authenticate', 'Bearer error="invalid_token"');
    res.status(status).type(MEDIA_TYPE).send(JSON.stringify(problem));
}

function toFailure(error: unknown): Failure {
    if (error instanceof Failure) return error;
    return bodyFailure(error) ?? new Failure('internal-error', { cause: error });
}

/** What the body parser refuses, by the `type` it documents. */
function bodyFailure(error: unknown): Failure | null {
    const type = error instanceof Error && 'type' in error ? error.type : null;
    switch (type) {
        case 'entity.too.large':
            return bodyTooLarge(error);
        case 'encoding.unsupported':
        case 'charset.unsupported':
            return new Failure('unsupported-media-type');
        case 'entity.parse.failed':
        case 'entity.verify.failed':
        case 'request.size.invalid':
        case 'request.aborted':
            return new Failure('malformed-request', { detail: DETAILS.notJson });
        default:
            return undecodablePath(error) ? new Failure('malformed-request', { detail: DETAILS.conversationId }) : null;
    }
}

/** Express refuses a path such as `/v1/conversations/%zz` with a URIError. */
function undecodablePath(error: unknown): boolean {
    return error instanceof URIError;
}

/** The body parser tells the limit of the address, in bytes. */
function bodyTooLarge(error: unknown): Failure {
    const limit = error instanceof Error && 'limit' in error ? error.limit : null;
    if (typeof limit !== 'number') return new Failure('body-too-large');
    return new Failure('body-too-large', { detail: DETAILS.tooLarge(Math.floor(limit / 1024)) });
}
