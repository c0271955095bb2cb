import { sign } from 'node:crypto';
import type { EventsConfig, JwtBearerConfig } from '../config/config.ts';

/** Salesforce takes no assertion that is valid for more than three minutes; clocks may differ by the third. */
const VALID_SECONDS = 120;

/**
 * What is posted to the token endpoint. Sources: Salesforce help, OAuth 2.0 Client Credentials Flow for
 * Server-to-Server Integration, and OAuth 2.0 JWT Bearer Flow for Server-to-Server Integration.
 */
export function tokenForm(config: EventsConfig, now: Date): URLSearchParams {
    if (config.flow === 'client-credentials') {
        return new URLSearchParams({
            grant_type: 'client_credentials',
            client_id: config.clientId,
            client_secret: config.clientSecret.reveal()
        });
    }
    return new URLSearchParams({
        grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
        assertion: signedAssertion(config, now)
    });
}

/** A JWT of the one kind that Salesforce takes, signed by RS256. */
function signedAssertion({ clientId, username, audience, privateKey }: JwtBearerConfig, now: Date): string {
    const exp = Math.floor(now.getTime() / 1000) + VALID_SECONDS;
    const parts = [{ alg: 'RS256' }, { iss: clientId, sub: username, aud: audience, exp }];
    const signed = parts.map((part) => base64url(JSON.stringify(part))).join('.');
    return `${signed}.${base64url(sign('sha256', Buffer.from(signed), privateKey.reveal()))}`;
}

function base64url(content: string | Buffer): string {
    return Buffer.from(content).toString('base64url');
}
