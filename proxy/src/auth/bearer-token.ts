import { Failure } from '../lib/failure.ts';

/** RFC 6750, section 2.1, and `!`, which stands in every opaque Salesforce access token. */
const BEARER = /^Bearer +([A-Za-z0-9._~+/!-]+=*)$/i;
/** Opaque tokens have about 110 characters, JWT ones up to two thousand. */
const MAX_LENGTH = 4096;

/** Takes the access token out of an `Authorization` header; null when there is none or it cannot be one. */
export function bearerTokenOf(header: string | undefined): string | null {
    const token = BEARER.exec(header ?? '')?.[1];
    return token === undefined || token.length > MAX_LENGTH ? null : token;
}

/**
 * The same for those who need one.
 * @throws Failure `invalid-token`
 */
export function readBearerToken(header: string | undefined): string {
    const token = bearerTokenOf(header);
    if (token === null) throw new Failure('invalid-token');
    return token;
}
