import { Failure } from '../lib/failure.ts';

const INVALID_TOKEN = new Set(['INVALID_SESSION_ID', 'INVALID_AUTH_HEADER', 'ERROR_HTTP_401']);
const API_DISABLED = new Set(['API_DISABLED_FOR_ORG', 'API_CURRENTLY_DISABLED']);
/** What the userinfo endpoint answers instead of a 401: status 403 and one of these words as plain text. */
const TOKEN_WORDS = /^\s*(?:Bad|Missing)_OAuth_Token\s*$/;

/** The code of a Salesforce API error as jsforce reports it, such as `INVALID_SESSION_ID`; null for any other error. */
export function salesforceErrorCode(error: unknown): string | null {
    const code = (error as { errorCode?: unknown } | null)?.errorCode;
    return typeof code === 'string' && /^[A-Z][A-Z0-9_]{0,79}$/.test(code) ? code : null;
}

/** Whether Salesforce answered that there is nothing at an address, or that it takes no such call. */
export function isNotServed(error: unknown): boolean {
    return ['NOT_FOUND', 'METHOD_NOT_ALLOWED', 'ERROR_HTTP_404', 'ERROR_HTTP_405'].includes(
        salesforceErrorCode(error) ?? ''
    );
}

/** Whether Salesforce said that this user may not see, or does not have, what was asked for. */
export function isOutOfReach(error: unknown): boolean {
    const code = salesforceErrorCode(error) ?? '';
    return ['INVALID_TYPE', 'INVALID_FIELD'].includes(code) || code.startsWith('INSUFFICIENT_ACCESS');
}

/**
 * What a failed Salesforce call means for the caller. Its cause carries codes alone: messages and bodies
 * are other people's text and may quote what was sent.
 */
export function toFailure(error: unknown): Failure {
    if (error instanceof Failure) return error;
    const code = salesforceErrorCode(error);
    const cause = new Error(`Salesforce: ${code ?? networkCode(error)}`);
    if (code === null) return new Failure('salesforce-unavailable', { cause });
    if (INVALID_TOKEN.has(code) || saysBadToken(code, error)) return new Failure('invalid-token', { cause });
    if (API_DISABLED.has(code) || isOutOfReach(error)) return new Failure('api-disabled', { cause });
    return new Failure('salesforce-unavailable', { cause });
}

function saysBadToken(code: string, error: unknown): boolean {
    return code === 'ERROR_HTTP_403' && error instanceof Error && TOKEN_WORDS.test(error.message);
}

/** What kept a call from being answered, such as `ECONNREFUSED` or `ETIMEDOUT`. */
export function networkCode(error: unknown): string {
    // jsforce names its errors after what the org calls a code, whatever that is.
    if (!(error instanceof Error) || 'errorCode' in error) return 'unknown error';
    const { code } = error as { code?: unknown };
    return typeof code === 'string' ? code : error.name;
}
