import { EXIT, Trouble } from '../trouble.ts';

const EXPIRED =
    /INVALID_SESSION_ID|RefreshTokenAuthError|expired access\/refresh token|Session expired|INVALID_LOGIN|inactive user/i;
const NETWORK =
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|socket hang up|fetch failed|DomainNotFoundError/i;

/** The words for a login or a network that does not work; null for everything else. */
export function wordsForConnection(error: unknown, target: string | null): Trouble | null {
    const said = textsOf(error).join(' ');
    const alias = target ?? 'my-org';
    if (EXPIRED.test(said)) {
        const mend = `sf org login web --alias ${alias}, then run the same command again.`;
        return new Trouble(`The login ${target ?? 'of the default org'} has expired.`, mend, EXIT.noOrg);
    }
    if (!NETWORK.test(said)) return null;
    return new Trouble(
        'The org cannot be reached over the network.',
        'Check the connection (proxy settings, VPN, https://status.salesforce.com), then run the same command again.',
        EXIT.noOrg
    );
}

function textsOf(error: unknown): string[] {
    if (!(error instanceof Error)) return [String(error)];
    const { code, errorCode } = error as Error & { code?: unknown; errorCode?: unknown };
    const own = [error.name, error.message, String(code ?? ''), String(errorCode ?? '')];
    return error.cause === undefined ? own : [...own, ...textsOf(error.cause)];
}
