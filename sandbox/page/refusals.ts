import type { ErrorRequestHandler } from 'express';
import { Refusal } from '../gotallo/refusal.ts';

/** The codes of Express's body parser, in words. */
const BODY_FAULTS: Readonly<Record<string, string>> = {
    'entity.parse.failed': 'The request body is not valid JSON.',
    'entity.too.large': 'The request body is too large.'
};

/** Answers every error as `{ "detail": … }`: one sentence that the sandbox bar shows. */
export const refusals: ErrorRequestHandler = (error: unknown, _request, response, next) => {
    if (response.headersSent) return next(error);
    response.status(statusOf(error)).json({ detail: detailOf(error) });
};

/** Express marks what is the caller's fault with a status of its own. */
function statusOf(error: unknown): number {
    if (error instanceof Refusal) return error.status;
    const { status } = error as { status?: unknown };
    return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}

function detailOf(error: unknown): string {
    if (!(error instanceof Error)) return String(error);
    if (error instanceof Refusal) return error.message;
    const { type } = error as Error & { type?: string };
    return BODY_FAULTS[type ?? ''] ?? error.message;
}
