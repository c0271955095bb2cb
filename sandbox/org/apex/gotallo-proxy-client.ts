import { ORGANIZATION_ID, type OrgUser } from '../users.ts';
import type { ApexTables } from './apex-source.ts';
import { CalloutException } from './callout-exception.ts';
import { GoTalloException } from './gotallo-exception.ts';
import type { CalloutRequest, CalloutResponse, NamedCredential } from './named-credential.ts';

const TIMEOUT_MILLISECONDS = 45_000;

/** What an agent says of a block; any of it may be blank. */
export interface BlockText {
    reason: string | null;
    note: string | null;
    until: string | null;
}

/** As `GoTalloProxyClient` in Apex: the calls to the proxy, and what their answers mean. */
export class GoTalloProxyClient {
    private readonly credential: NamedCredential;
    private readonly tables: ApexTables;

    constructor(credential: NamedCredential, tables: ApexTables) {
        this.credential = credential;
        this.tables = tables;
    }

    /** @throws GoTalloException */
    getView(id: string, user: OrgUser): Promise<object> {
        return this.send('GET', `/v1/conversations/${id}`, null, user);
    }

    /** What is blank stays as it is. @throws GoTalloException */
    block(id: string, block: BlockText, user: OrgUser): Promise<object> {
        const given = Object.entries(withoutBlanks(block)).filter(([, text]) => text !== null);
        return this.send('PUT', `/v1/conversations/${id}/block`, Object.fromEntries(given), user);
    }

    /** What is blank is taken away. @throws GoTalloException */
    changeBlock(id: string, block: BlockText, blockId: string | null, user: OrgUser): Promise<object> {
        return this.send('PUT', `/v1/conversations/${id}/block`, { ...withoutBlanks(block), blockId }, user);
    }

    /** A blank note is no body. @throws GoTalloException */
    unblock(id: string, note: string | null, user: OrgUser): Promise<object> {
        if (textOrNull(note) === null) return this.send('DELETE', `/v1/conversations/${id}/block`, null, user);
        return this.send('DELETE', `/v1/conversations/${id}/block`, { note }, user);
    }

    /** @throws GoTalloException */
    setState(id: string, state: string | null, user: OrgUser): Promise<object> {
        return this.send('PUT', `/v1/conversations/${id}/state`, { state }, user);
    }

    /** @throws GoTalloException */
    takeBack(id: string, operationId: string | null, user: OrgUser): Promise<object> {
        return this.send('POST', `/v1/conversations/${id}/undo`, { operationId }, user);
    }

    /** A blank version is left out. @throws GoTalloException */
    resolveNativeBlock(id: string, status: string | null, version: string | null, user: OrgUser): Promise<object> {
        const seen = textOrNull(version) === null ? { status } : { status, version };
        return this.send('PUT', `/v1/conversations/${id}/native-block`, seen, user);
    }

    /** @throws GoTalloException */
    retryNativeBlock(id: string, user: OrgUser): Promise<object> {
        return this.send('POST', `/v1/conversations/${id}/native-block/retry`, null, user);
    }

    /** @param cursor blank for the first page @throws GoTalloException */
    getOperations(id: string, cursor: string | null, user: OrgUser): Promise<object> {
        const page = textOrNull(cursor) === null ? '' : `?${new URLSearchParams({ cursor: cursor ?? '' })}`;
        return this.send('GET', `/v1/conversations/${id}/history${page}`, null, user);
    }

    /** @throws GoTalloException */
    getSetup(user: OrgUser): Promise<object> {
        return this.send('GET', '/v1/setup', null, user);
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

function withoutBlanks({ reason, note, until }: BlockText): BlockText {
    return { reason: textOrNull(reason), note: textOrNull(note), until: textOrNull(until) };
}

function textOrNull(text: string | null): string | null {
    return text?.trim() ? text : null;
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
