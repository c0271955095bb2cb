import type { Person } from '../org/people.ts';
import type { Proxy } from '../stand/proxy.ts';
import type { Tenant } from '../stand/tenant.ts';

/** Nobody waits longer than that; the longest call of the proxy takes some seconds. */
const PATIENCE_MS = 60_000;

export interface Request {
    tenant: Tenant;
    /** Null: without a token, as GoTallo calls a webhook. */
    person: Person | null;
    method: 'GET' | 'PUT' | 'DELETE' | 'POST';
    path: string;
    body?: unknown;
}

export interface Answer {
    status: number;
    body: unknown;
}

/**
 * Calls a proxy, once it listens.
 * @returns null when the connection broke, as it does when the proxy is killed
 * @throws Error when no answer comes at all, or the proxy does not start
 */
export async function callProxy(proxy: Proxy, { tenant, person, method, path, body }: Request): Promise<Answer | null> {
    const url = (await proxy.ready()) + path;
    try {
        const response = await fetch(url, {
            method,
            headers: {
                'X-Salesforce-Org-Id': tenant.orgId,
                ...(person && { Authorization: `Bearer ${person.token}` }),
                ...(body !== undefined && { 'Content-Type': 'application/json' })
            },
            ...(body !== undefined && { body: JSON.stringify(body) }),
            signal: AbortSignal.timeout(PATIENCE_MS)
        });
        const text = await response.text();
        return { status: response.status, body: text === '' ? null : JSON.parse(text) };
    } catch (error) {
        if (error instanceof TypeError) return null;
        throw new Error(`${method} ${path} got no answer`, { cause: error });
    }
}
