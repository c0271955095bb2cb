import { Connection } from 'jsforce/lib/connection.js';
import { HttpTransport } from './http-transport.ts';

export interface AskOptions {
    /** The pinned origin of the org; tokens are sent nowhere else. */
    instanceUrl: string;
    /** API version. */
    version?: string;
    /** For one call, its body included. */
    timeoutMs?: number;
}

export const DEFAULT_VERSION = '66.0';
export const DEFAULT_TIMEOUT_MS = 5_000;

/** Asks Salesforce in the name of the token's owner, by POST if there is a body; throws what jsforce or `parse` throws. */
export type Ask = <T>(token: string, url: string, parse: (body: unknown) => T, body?: string) => Promise<T>;

/** Asks through jsforce: a connection per call, never shared between tokens, and no retries. */
export function askThroughJsforce(options: AskOptions): Ask {
    const { instanceUrl, version = DEFAULT_VERSION, timeoutMs = DEFAULT_TIMEOUT_MS } = options;
    const transport = new HttpTransport(instanceUrl);
    return async (token, url, parse, body) => {
        // `oauth2` is left out: with it, jsforce would try to refresh and hide the real error of a 401.
        const connection = new Connection({ instanceUrl, accessToken: token, version, logLevel: 'NONE' });
        const get = { method: 'GET' as const, url };
        const post = {
            method: 'POST' as const,
            url,
            body: body ?? '',
            headers: { 'Content-Type': 'application/json' }
        };
        const request = body === undefined ? get : post;
        return parse(await connection.request(request, { transport, retry: { maxRetries: 0 }, timeout: timeoutMs }));
    };
}
