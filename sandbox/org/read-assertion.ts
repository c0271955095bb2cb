import { verify, type KeyObject } from 'node:crypto';
import { OAuthError } from './oauth-error.ts';

/** What a JWT of the JWT bearer flow claims. */
export interface Claims {
    iss: unknown;
    sub: unknown;
    aud: unknown;
    exp: unknown;
}

/** The audience of sandboxes, which the local org is. */
const AUDIENCE = 'https://test.salesforce.com';

/** Salesforce help, OAuth 2.0 JWT Bearer Flow: the assertion must not be valid for longer than three minutes. */
const LONGEST_SECONDS = 180;

const INVALID = new OAuthError('invalid_grant', 'invalid assertion');

/** The claims as they stand there, believed by nobody yet. */
export function unverifiedClaims(assertion: string): Claims {
    return partOf(assertion, 1) as unknown as Claims;
}

/**
 * Checks signature, audience and end of an assertion.
 * @throws OAuthError `invalid_grant`
 */
export function checkAssertion(assertion: string, key: KeyObject): void {
    const [header, payload, signature] = assertion.split('.');
    const isSigned =
        partOf(assertion, 0)['alg'] === 'RS256' &&
        verify('sha256', Buffer.from(`${header}.${payload}`), key, Buffer.from(signature ?? '', 'base64url'));
    if (!isSigned) throw INVALID;
    const { aud, exp } = unverifiedClaims(assertion);
    if (aud !== AUDIENCE) throw new OAuthError('invalid_grant', 'audience is invalid');
    const left = typeof exp === 'number' ? exp - Date.now() / 1000 : 0;
    if (left <= 0 || left > LONGEST_SECONDS) throw INVALID;
}

function partOf(assertion: string, index: number): Record<string, unknown> {
    try {
        const part: unknown = JSON.parse(Buffer.from(assertion.split('.')[index] ?? '', 'base64url').toString());
        if (typeof part === 'object' && part !== null) return part as Record<string, unknown>;
    } catch {
        // Not JSON, and so no assertion.
    }
    throw INVALID;
}
