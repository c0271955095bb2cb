import type { ConversationId } from '../conversations/knowledge/conversation-id.ts';
import type { MessageObservation } from '../conversations/ports.ts';
import { isReachable } from '../lib/is-reachable.ts';
import { askThroughJsforce, DEFAULT_TIMEOUT_MS, DEFAULT_VERSION, type AskOptions } from './ask.ts';
import { compositeBody, subresponse } from './composite.ts';
import { heldPermissionsQuery, parseHeldPermissions } from './held-permissions.ts';
import { newestMessagesQuery, parseObservation } from './heroku-messages.ts';
import { isNotServed, isOutOfReach, toFailure } from './salesforce-failure.ts';
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
    newestMessage(token: string, id: ConversationId): Promise<MessageObservation | null>;
    /** Both in one call where the org serves it. The message is undefined when it was not told. */
    permissionsAndMessage(
        token: string,
        names: readonly string[],
        id: ConversationId
    ): Promise<{ held: ReadonlySet<string>; message: MessageObservation | null | undefined }>;
    /** Whether the org answers at all, without a token. Never throws. */
    reachable(): Promise<boolean>;
}

/** Builds the org on jsforce. */
export function createSalesforceOrg(options: AskOptions): SalesforceOrg {
    const { instanceUrl, version = DEFAULT_VERSION, timeoutMs = DEFAULT_TIMEOUT_MS } = options;
    const ask = askThroughJsforce(options);

    async function heldPermissions(token: string, names: readonly string[]): Promise<ReadonlySet<string>> {
        const parse = (body: unknown) => parseHeldPermissions(body, names);
        return await ask(token, queryUrl(heldPermissionsQuery(names)), parse).catch(fail);
    }

    return {
        async userInfo(token) {
            // Not `connection.identity()`, which puts the token into a URL.
            return await ask(token, '/services/oauth2/userinfo', parseUserInfo).catch(fail);
        },
        heldPermissions,
        async newestMessage(token, id) {
            return await ask(token, queryUrl(newestMessagesQuery(id)), parseObservation).catch((error: unknown) =>
                isOutOfReach(error) ? null : fail(error)
            );
        },
        async permissionsAndMessage(token, names, id) {
            const queries = { permissions: heldPermissionsQuery(names), message: newestMessagesQuery(id) };
            const parse = (body: unknown) => ({
                held: parseHeldPermissions(subresponse(body, 'permissions'), names),
                message: messageIn(body)
            });
            return await ask(token, '/composite', parse, compositeBody(version, queries)).catch(
                async (error: unknown) =>
                    // An org without the Composite resource is asked one thing after the other.
                    isNotServed(error) ? { held: await heldPermissions(token, names), message: undefined } : fail(error)
            );
        },
        reachable: () => isReachable(`${instanceUrl}/services/data`, timeoutMs)
    };
}

function messageIn(body: unknown): MessageObservation | null | undefined {
    try {
        return parseObservation(subresponse(body, 'message'));
    } catch (error) {
        return isOutOfReach(error) ? null : undefined;
    }
}

/** Relative to the API version, which jsforce puts in front. */
function queryUrl(soql: string): string {
    return `/query?q=${encodeURIComponent(soql)}`;
}

function fail(error: unknown): never {
    throw toFailure(error);
}
