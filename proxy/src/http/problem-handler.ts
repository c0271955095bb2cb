import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ErrorRequestHandler } from 'express';
import type { Logger } from 'pino';
import type { Problem } from '#contract';
import { GoTalloFailure } from '../conversations/ports.ts';
import { Failure } from '../lib/failure.ts';
import { answerAndClose } from './answer-and-close.ts';
import { DETAILS } from './details.ts';
import { PROBLEMS } from './problems.ts';
import { contextOf } from './request-context.ts';
import { sendText } from './send.ts';

const MEDIA_TYPE = 'application/problem+json; charset=utf-8';
const TYPE_PREFIX = 'urn:gotallo-conversation-block:problem:';
const RETRY_SOON_SECONDS = 5;
/** Nobody is told to stay away for longer. */
const RETRY_LATEST_SECONDS = 60 * 60;

/** Answers a request with a problem. */
export type AnswerProblem = (error: unknown, req: IncomingMessage, res: ServerResponse) => void;

/** Lets Express answer its errors that way. */
export function problemHandler(answerProblem: AnswerProblem): ErrorRequestHandler {
    return (error, req, res, next) => {
        void next; // Express knows what handles errors by its four parameters
        answerProblem(error, req, res);
    };
}

/**
 * The one place where errors become answers: RFC 9457 problems in the words of `problems.ts`. What nobody foresaw is
 * logged with the request's id and answered without any detail of it.
 */
export function problemAnswers(logger: Logger): AnswerProblem {
    return (error, req, res) => {
        const failure = toFailure(error);
        if (PROBLEMS[failure.code].status >= 500 || failure instanceof GoTalloFailure) {
            logger.error(
                { requestId: contextOf(res).requestId, code: failure.code, err: failure.cause ?? failure },
                'failed'
            );
        }
        // Part of another answer has left already; nobody may take it for a whole one.
        if (res.headersSent) req.socket.destroy();
        else answer(req, res, failure);
    };
}

function answer(req: IncomingMessage, res: ServerResponse, failure: Failure): void {
    const { status, title, detail } = PROBLEMS[failure.code];
    const retryAfter = retryAfterOf(failure, status);
    const context = contextOf(res);
    const problem: Problem = {
        type: TYPE_PREFIX + failure.code,
        title,
        status,
        detail: failure.detail ?? detail,
        code: failure.code,
        requestId: context.requestId,
        ...(failure.view === undefined ? {} : { view: failure.view })
    };
    context.code = failure.code;
    if (retryAfter !== null) res.setHeader('Retry-After', String(retryAfter));
    if (status === 401) res.setHeader('WWW-Authenticate', 'Bearer error="invalid_token"');
    res.statusCode = status;
    const body = JSON.stringify(problem);
    if (failure.code === 'body-too-large' && !req.complete) answerAndClose(req, res, MEDIA_TYPE, body);
    else sendText(res, MEDIA_TYPE, body);
}

/** Whole seconds within bounds; null where coming again is of no use. */
function retryAfterOf({ retryAfterSeconds }: Failure, status: number): number | null {
    if (retryAfterSeconds === undefined && status !== 503 && status !== 429) return null;
    const seconds = Number.isFinite(retryAfterSeconds) ? Number(retryAfterSeconds) : RETRY_SOON_SECONDS;
    return Math.min(Math.max(Math.ceil(seconds), 0), RETRY_LATEST_SECONDS);
}

function toFailure(error: unknown): Failure {
    if (error instanceof Failure) return error;
    // Express refuses a path such as `/v1/conversations/%zz` with a URIError.
    if (error instanceof URIError) return new Failure('malformed-request', { detail: DETAILS.conversationId });
    return new Failure('internal-error', { cause: error });
}
