import { SANDBOX_GRANT } from '../grants.ts';
import type { OrgUser } from '../users.ts';
import { CalloutException } from './callout-exception.ts';

/** A request of Apex below the named credential's URL. */
export interface CalloutRequest {
    method: 'GET' | 'PUT' | 'POST' | 'DELETE';
    path: string;
    headers: Record<string, string>;
    body: string | null;
    timeoutMilliseconds: number;
}

/** An answer as Apex reads it. */
export interface CalloutResponse {
    status: number;
    header(name: string): string | null;
    body: string;
}

/**
 * As the named credential `GoTallo_Proxy` with per-user JWT Bearer: the platform gets the running user's own token at
 * the org's token endpoint, keeps it, sends it along, and on 401 gets a new one and repeats the call once.
 */
export class NamedCredential {
    /** Where callouts go. */
    url = '';
    /** Callouts sent, repeats included. */
    calls = 0;
    private readonly tokens = new Map<string, string>();
    private readonly instanceUrl: () => string;

    constructor(instanceUrl: () => string) {
        this.instanceUrl = instanceUrl;
    }

    /** @throws CalloutException */
    async send(request: CalloutRequest, user: OrgUser): Promise<CalloutResponse> {
        const kept = this.tokens.get(user.id);
        const response = await this.call(request, kept ?? (await this.newToken(user)));
        if (response.status !== 401 || kept === undefined) return response;
        return this.call(request, await this.newToken(user));
    }

    private async newToken(user: OrgUser): Promise<string> {
        const form = new URLSearchParams({ grant_type: SANDBOX_GRANT, username: user.username });
        const url = `${this.instanceUrl()}/services/oauth2/token`;
        const response = await fetch(url, { method: 'POST', body: form, signal: AbortSignal.timeout(10_000) }).catch(
            () => null
        );
        if (!response?.ok)
            throw new CalloutException("We couldn't access the credential(s). You might not have access.");
        const { access_token: token } = (await response.json()) as { access_token: string };
        this.tokens.set(user.id, token);
        return token;
    }

    private async call(request: CalloutRequest, token: string): Promise<CalloutResponse> {
        this.calls += 1;
        try {
            const response = await fetch(this.url + request.path, {
                method: request.method,
                headers: { ...request.headers, Authorization: `Bearer ${token}` },
                body: request.body,
                signal: AbortSignal.timeout(request.timeoutMilliseconds)
            });
            const body = await response.text();
            return { status: response.status, header: (name) => response.headers.get(name), body };
        } catch (error) {
            const timedOut = error instanceof Error && error.name === 'TimeoutError';
            throw new CalloutException(timedOut ? 'Read timed out' : 'Connection refused');
        }
    }
}
