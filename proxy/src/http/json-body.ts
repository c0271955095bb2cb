import type { Readable, Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createZstdDecompress } from 'node:zlib';
import type { Request, RequestHandler } from 'express';
import getRawBody from 'raw-body';
import { Failure } from '../lib/failure.ts';
import { DETAILS } from './details.ts';

/** A note of 2,000 characters fits however it is escaped, and a far longer one is still told why it is refused. */
const LIMIT_KB = 64;

/** Null: it is not packed. */
const UNPACKERS: ReadonlyMap<string, (() => Transform) | null> = new Map<string, (() => Transform) | null>([
    ['identity', null],
    ['gzip', createGunzip],
    ['deflate', createInflate],
    ['br', createBrotliDecompress],
    ['zstd', createZstdDecompress]
]);

/**
 * Reads a JSON body; a request without any body counts as `{}`. Not `express.json`, which waits for the end of a body
 * before it refuses it, and so answers one without an end never.
 * @param limitKb the size from which on it is refused, unpacked
 */
export function jsonBody(limitKb = LIMIT_KB): RequestHandler {
    return async (req, _res, next) => {
        if (hasBody(req)) req.body = parse(await readText(req, limitKb));
        next();
    };
}

/** Many clients send `Content-Length: 0` with a PUT that has no body; that needs no media type. */
function hasBody(req: Request): boolean {
    return req.get('Transfer-Encoding') !== undefined || Number(req.get('Content-Length') ?? 0) > 0;
}

async function readText(req: Request, limitKb: number): Promise<string> {
    const limit = limitKb * 1024;
    const unpack = unpackerOf(req);
    if (Number(req.get('Content-Length')) > limit) throw tooLarge(limitKb);
    const body = unpack === null ? req : unpacked(req, unpack());
    return getRawBody(body, { limit, encoding: 'utf-8' }).catch((error: unknown) => {
        req.unpipe();
        if (isTooLarge(error)) throw tooLarge(limitKb);
        // Nothing else can go wrong here but that the body breaks off, or cannot be unpacked.
        throw new Failure('malformed-request', { detail: DETAILS.notAsEncoded, cause: error });
    });
}

/** @throws Failure `unsupported-media-type` unless it is JSON in UTF-8, and packed in a way we know */
function unpackerOf(req: Request): (() => Transform) | null {
    const encoding = (req.get('Content-Encoding') ?? 'identity').trim().toLowerCase();
    const charset = /;\s*charset\s*=\s*"?([^\s";]*)/i.exec(req.get('Content-Type') ?? '')?.[1] ?? 'utf-8';
    const unpacker = UNPACKERS.get(encoding);
    if (req.is('application/json') === false || charset.toLowerCase() !== 'utf-8' || unpacker === undefined) {
        throw new Failure('unsupported-media-type');
    }
    return unpacker;
}

/** The request itself is never destroyed: its answer goes the same way. */
function unpacked(req: Request, unpacker: Transform): Readable {
    req.once('close', () => {
        if (!req.readableEnded) unpacker.destroy(new Error('the request broke off'));
    });
    // Told already by the one who reads; what comes after that is no news.
    return req.pipe(unpacker.on('error', () => {}));
}

function isTooLarge(error: unknown): boolean {
    return error instanceof Error && 'type' in error && error.type === 'entity.too.large';
}

function tooLarge(limitKb: number): Failure {
    return new Failure('body-too-large', { detail: DETAILS.tooLarge(limitKb) });
}

function parse(text: string): unknown {
    try {
        return text === '' ? {} : JSON.parse(text);
    } catch {
        throw new Failure('malformed-request', { detail: DETAILS.notJson });
    }
}
