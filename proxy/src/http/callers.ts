import type { IncomingMessage, ServerResponse } from 'node:http';
import { bearerTokenOf, readBearerToken } from '../auth/bearer-token.ts';
import type { ConversationId } from '../conversations/knowledge/conversation-id.ts';
import type { Caller } from '../conversations/ports.ts';
import { Failure } from '../lib/failure.ts';
import { toId18 } from '../lib/salesforce-id.ts';
import { DETAILS } from './details.ts';
import { contextOf } from './request-context.ts';
import type { Tenant } from './tenant.ts';

/** Who is calling, and which tenant they belong to. */
export interface Authenticated {
    tenant: Tenant;
    caller: Caller;
}

/**
 * Finds out who is calling. The org id in the header merely picks the tenant; its own pinned org decides whether the token
 * is good, so a wrong one simply fails.
 */
export interface Callers {
    /** Who is calling, where that is known at once; null when it is not, and when anything is wrong. */
    known(req: IncomingMessage): Authenticated | null;

    /**
     * Who is calling, whoever has to be asked.
     * @param about the conversation they will ask about; null when they name none
     * @throws Failure `malformed-request`, and as `callerFor` of the tenant
     */
    ask(req: IncomingMessage, res: ServerResponse, about: ConversationId | null): Promise<Authenticated>;
}

/** The callers of these tenants. */
export function callersOf(tenants: readonly Tenant[]): Callers {
    const byOrg = new Map(tenants.map((tenant) => [tenant.orgId, tenant]));
    const byEitherId = new Map([...byOrg, ...tenants.map((tenant) => [tenant.orgId.slice(0, 15), tenant] as const)]);
    return {
        known({ headers }) {
            const token = bearerTokenOf(headers.authorization);
            const tenant = byEitherId.get(orgHeaderOf(headers));
            if (token === null || tenant === undefined) return null;
            const caller = tenant.knownCaller(token);
            return caller && { tenant, caller };
        },
        async ask({ headers }, res, about) {
            const token = readBearerToken(headers.authorization);
            const orgId = toId18(orgHeaderOf(headers));
            if (orgId === null) throw new Failure('malformed-request', { detail: DETAILS.orgHeader });
            const tenant = byOrg.get(orgId);
            if (tenant === undefined) throw new Failure('wrong-org');
            contextOf(res).tenant = tenant.name;
            return { tenant, caller: await tenant.callerFor(token, about) };
        }
    };
}

/** Notes who is calling, for later steps and for the log. */
export function letPass(res: ServerResponse, authenticated: Authenticated): void {
    const context = contextOf(res);
    context.tenant = authenticated.tenant.name;
    context.userId = authenticated.caller.agent.id;
    context.authenticated = authenticated;
}

function orgHeaderOf(headers: IncomingMessage['headers']): string {
    return String(headers['x-salesforce-org-id'] ?? '');
}
