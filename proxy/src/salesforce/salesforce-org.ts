import { Connection } from 'jsforce';
import type { ConversationId } from '../conversations/conversation-id.ts';
import type { MessageEvidence } from '../conversations/ports.ts';
import { FetchTransport } from './fetch-transport.ts';
import { heldPermissionsQuery, parseHeldPermissions } from './held-permissions.ts';
import { newestMessagesQuery, parseEvidence } from './heroku-messages.ts';
import { isOutOfReach, toFailure } from './salesforce-failure.ts';
import { parseUserInfo, type UserInfo } from './user-info.ts';

/**
 * One Salesforce org, asked in the name of whoever an access token belongs to. Every method that takes a token
 * makes one API call and throws Failure `invalid-token`, `api-disabled` or `salesforce-unavailable`.
 */
export interface SalesforceOrg {
    /** Who the token belongs to. */
    userInfo(token: string): Promise<UserInfo>;
    /** Those of the custom permissions, given as `Name` or `Namespace.Name`, that the user holds. */
    heldPermissions(token: string, names: readonly string[]): Promise<ReadonlySet<string>>;
    /** What the newest Heroku Messages that the user may see tell; null when they see none, or not the fields. */
    newestMessage(token: string, id: ConversationId): Promise<MessageEvidence | null>;
    /** Whether the org answers at all, without a token. Never throws. */
    reachable(): Promise<boolean>;
}

export interface SalesforceOrgOptions {
    /** The pinned origin of the org; tokens are sent nowhere else. */
    instanceUrl: string;
    /** API version. */
    version?: string;
    /** For one call, its body included. */
    timeoutMs?: number;
}

/** Builds the org on jsforce: a connection per call, never shared between agents, and no retries. */
export function createSalesforceOrg(options: SalesforceOrgOptions): SalesforceOrg {
    const { instanceUrl, version = '66.0', timeoutMs = 5_000 } = options;
    const transport = new FetchTransport();

    async function get<T>(token: string, url: string, parse: (body: unknown) => T): Promise<T> {
        // `oauth2` is left out: with it, jsforce would try to refresh and hide the real error of a 401.
        const connection = new Connection({ instanceUrl, accessToken: token, version, logLevel: 'NONE' });
        const request = { method: 'GET' as const, url };
        return parse(await connection.request(request, { transport, retry: { maxRetries: 0 }, timeout: timeoutMs }));
    }

    function query<T>(token: string, soql: string, parse: (body: unknown) => T): Promise<T> {
        return get(token, `/query?q=${encodeURIComponent(soql)}`, parse);
    }

    return {
        async userInfo(token) {
            // Not `connection.identity()`, which puts the token into a URL.
            return await get(token, '/services/oauth2/userinfo', parseUserInfo).catch(fail);
        },
        async heldPermissions(token, names) {
            const parse = (body: unknown) => parseHeldPermissions(body, names);
            return await query(token, heldPermissionsQuery(names), parse).catch(fail);
        },
        async newestMessage(token, id) {
            return await query(token, newestMessagesQuery(id), parseEvidence).catch((error: unknown) =>
                isOutOfReach(error) ? null : fail(error)
            );
        },
        reachable: () => answers(`${instanceUrl}/services/data`, timeoutMs)
    };
}

function fail(error: unknown): never {
    throw toFailure(error);
}

async function answers(url: string, timeoutMs: number): Promise<boolean> {
    try {
        const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(timeoutMs) });
        await response.body?.cancel();
        return response.status < 500;
    } catch {
        return false;
    }
}
