import { z } from 'zod';
import { shareUnderWay } from '../lib/share-under-way.ts';
import type { EventsConfig } from '../config/config.ts';
import { DEFAULT_TIMEOUT_MS } from './ask.ts';
import { EventFailure, eventFailure } from './event-failure.ts';
import { HttpTransport } from './http-transport.ts';
import { tokenForm } from './token-form.ts';

/** An access token of the proxy's own, kept in memory alone. */
export interface OwnToken {
    /** The token; asked for once, by however many who wait. Throws EventFailure of the step `token`. */
    get(): Promise<string>;
    /** The org does not take this token anymore: the next is fetched anew. */
    forget(token: string): void;
}

export interface OwnTokenOptions {
    /** The pinned origin of the org. Another one that the answer may name is not used. */
    instanceUrl: string;
    signIn: EventsConfig;
    /** For one request. */
    timeoutMs?: number;
}

const granted = z.object({ access_token: z.string().min(1) });
const refused = z.object({ error: z.string().regex(/^[a-z_]{1,60}$/) });

/**
 * Fetches tokens from the org's own token endpoint. jsforce's own means (3.10.26) wait without limit, go on to whatever
 * address the answer names, and put the org's words into their errors.
 */
export function createOwnToken({ instanceUrl, signIn, timeoutMs = DEFAULT_TIMEOUT_MS }: OwnTokenOptions): OwnToken {
    const transport = new HttpTransport(instanceUrl);
    const share = shareUnderWay<string>();
    let kept: string | null = null;

    async function fetchToken(): Promise<string> {
        const { statusCode, body } = await transport.httpRequest(
            {
                method: 'POST',
                url: `${instanceUrl}/services/oauth2/token`,
                headers: { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'application/json' },
                body: tokenForm(signIn, new Date()).toString()
            },
            { timeout: timeoutMs }
        );
        kept = tokenIn(statusCode, body);
        return kept;
    }

    return {
        async get() {
            if (kept !== null) return kept;
            return await share('token', fetchToken).catch((error: unknown) => {
                throw eventFailure('token', error);
            });
        },
        forget(token) {
            if (kept === token) kept = null;
        }
    };
}

function tokenIn(statusCode: number, body: string): string {
    const json = parseJson(body);
    const answer = statusCode === 200 ? granted.safeParse(json) : null;
    if (answer?.success) return answer.data.access_token;
    throw new EventFailure('token', refused.safeParse(json).data?.error ?? `ERROR_HTTP_${statusCode}`);
}

function parseJson(text: string): unknown {
    try {
        return JSON.parse(text);
    } catch {
        return null;
    }
}
