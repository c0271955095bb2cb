import { Failure } from '../lib/failure.ts';

/** RFC 6750, section 2.1, and `!`, which stands in every opaque Salesforce access token. */
const BEARER = /^Bearer +([A-Za-z0-9._~+/!-]+=*)$/i;
/** Opaque tokens have about 110 characters, JWT ones up to two thousand. */
const MAX_LENGTH = 4096;

/**
 * Takes the access token out of an `Authorization` header.
 * @throws Failure `invalid-token` when there is none or it cannot be one
 */
export function readBearerToken(header: string | undefined): string {
    const token = BEARER.exec(header ?? '')?.[1];
    if (token === undefined || token.length > MAX_LENGTH) throw new Failure('invalid-token');
    return token;
}
