import { request } from 'node:https';
import { rootCertificates } from 'node:tls';
import { text } from 'node:stream/consumers';
import type { OrgUser } from '../users.ts';
import { credentialOf, issueToken, NoToken } from './issue-token.ts';
import type { SetupOrg } from './setup-org.ts';

/** What Apex sees of a callout. */
export type Callout = { status: number; body: string } | { problem: string };

/** Apex waits no longer. In milliseconds. */
const LONGEST = 45_000;

/** Calls a path below a named credential as a user: the token of that user first, then really the address. */
export async function callOut(org: SetupOrg, name: string, path: string, user: OrgUser): Promise<Callout> {
    try {
        const { url, credential } = credentialOf(org, name);
        return await send(org, url + path, issueToken(org, credential, user));
    } catch (error) {
        if (error instanceof NoToken) return { problem: error.message };
        return { problem: wordsOf(error) };
    }
}

async function send(org: SetupOrg, url: string, token: string): Promise<Callout> {
    const headers = {
        Accept: 'application/json',
        Authorization: `Bearer ${token}`,
        'X-Salesforce-Org-Id': String(org.rows('Organization')[0]?.Id)
    };
    const ca = [...rootCertificates, ...org.traits.trusted];
    const answered = Promise.withResolvers<Callout>();
    const call = request(url, { headers, ca, timeout: LONGEST, agent: false }, (response) => {
        const read = text(response).then((body) => ({ status: response.statusCode ?? 0, body }));
        read.then(answered.resolve, answered.reject);
    });
    call.on('error', answered.reject);
    call.on('timeout', () => call.destroy(new Error('Read timed out')));
    call.end();
    return answered.promise;
}

/** As Apex words a connection that fails. */
function wordsOf(error: unknown): string {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ECONNREFUSED') return 'Connection refused';
    if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'Unknown host';
    return message;
}
