import express, { type Request, type RequestHandler } from 'express';
import { Failure } from '../failure.ts';

/** A note of 2,000 characters fits however it is escaped, and a far longer one is still told why it is refused. */
const LIMIT = '64kb';

/**
 * Reads a JSON body; a request without any body counts as `{}`.
 * @param limit the size from which on it is refused, unpacked
 */
export function jsonBody(limit: `${number}kb` = LIMIT): RequestHandler[] {
    return [refuseOtherTypes, express.json({ limit, strict: false, type: 'application/json' })];
}

const refuseOtherTypes: RequestHandler = (req, _res, next) => {
    if (hasBody(req) && req.is('application/json') === false) throw new Failure('unsupported-media-type');
    next();
};

/** Many clients send `Content-Length: 0` with a PUT that has no body; that needs no media type. */
function hasBody(req: Request): boolean {
    return req.get('Transfer-Encoding') !== undefined || Number(req.get('Content-Length') ?? 0) > 0;
}
