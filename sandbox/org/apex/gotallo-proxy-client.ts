import { ORGANIZATION_ID, type OrgUser } from '../users.ts';
import type { ApexTables } from './apex-source.ts';
import { CalloutException } from './callout-exception.ts';
import { GoTalloException } from './gotallo-exception.ts';
import type { CalloutRequest, CalloutResponse, NamedCredential } from './named-credential.ts';

const TIMEOUT_MILLISECONDS = 45_000;

/** As `GoTalloProxyClient` in Apex: the calls to the proxy, and what their answers mean. */
export class GoTalloProxyClient {
    private readonly credential: NamedCredential;
    private readonly tables: ApexTables;

    constructor(credential: NamedCredential, tables: ApexTables) {
        this.credential = credential;
        this.tables = tables;
    }

    /** @throws GoTalloException */
    getConversation(id: string, user: OrgUser): Promise<object> {
        return this.send('GET', `/v1/conversations/${id}`, null, user);
    }

    /** @throws GoTalloException */
    blockConversation(id: string, reason: string | null, note: string | null, user: OrgUser): Promise<object> {
        const given = Object.entries({ reason, note }).filter(([, text]) => text?.trim());
        return this.send('PUT', `/v1/conversations/${id}/block`, Object.fromEntries(given), user);
    }

    /** @throws GoTalloException */
    unblockConversation(id: string, user: OrgUser): Promise<object> {
        return this.send('DELETE', `/v1/conversations/${id}/block`, null, user);
    }

    /** @throws GoTalloException */
    settlePlatformBlock(id: string, status: string | null, user: OrgUser): Promise<object> {
        return this.send('PUT', `/v1/conversations/${id}/platform-block`, { status }, user);
    }

    private async send(
        method: CalloutRequest['method'],
        path: string,
        body: object | null,
        user: OrgUser
    ): Promise<object> {
        const request = {
            method,
            path,
            headers: {
                Accept: 'application/json',
                'X-Salesforce-Org-Id': ORGANIZATION_ID,
                ...(body && { 'Content-Type': 'application/json' })
            },
            body: body && JSON.stringify(body),
            timeoutMilliseconds: TIMEOUT_MILLISECONDS
        };
        const response = await this.credential.send(request, user).catch((error: unknown) => this.failed(error));
        const view = toObject(response.body);
        if (response.status !== 200 || view === null) throw this.refused(response);
        return view;
    }

    private failed(error: unknown): never {
        if (!(error instanceof CalloutException)) throw error;
        const words = error.message.toLowerCase();
        if (words.includes('timed out') || words.includes('timeout')) throw new GoTalloException('proxy-timeout');
        const isCredential = this.tables.accessWords.some((word) => words.includes(word));
        throw new GoTalloException(isCredential ? 'not-connected' : 'proxy-unreachable');
    }

    private refused(response: CalloutResponse): GoTalloException {
        const { code, requestId, view } = (toObject(response.body) ?? {}) as Record<string, unknown>;
        const isKnown = typeof code === 'string' && this.tables.messages.has(code);
        const retryAfter = response.header('Retry-After');
        return new GoTalloException(
            isKnown ? code : (this.tables.codeByStatus.get(response.status) ?? 'unexpected-answer'),
            {
                requestId: typeof requestId === 'string' ? requestId : response.header('X-Request-Id'),
                retryAfterSeconds: retryAfter && /^\d{1,9}$/.test(retryAfter) ? Number(retryAfter) : null,
                view: isObject(view) ? view : null
            }
        );
    }
}

function toObject(text: string): object | null {
    try {
        const value: unknown = JSON.parse(text);
        return isObject(value) ? value : null;
    } catch {
        return null;
    }
}

function isObject(value: unknown): value is object {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
