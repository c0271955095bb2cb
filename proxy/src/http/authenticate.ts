import type { RequestHandler, Response } from 'express';
import { readBearerToken } from '../auth/bearer-token.ts';
import { parseConversationId } from '../conversations/knowledge/conversation-id.ts';
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
 * Lets only agents of a configured org pass. The org id in the header merely picks the tenant; its own pinned org
 * decides whether the token is good, so a wrong one simply fails. Mounted on a path with the conversation's `:id`.
 */
export function authenticate(tenants: readonly Tenant[]): RequestHandler {
    const byOrg = new Map(tenants.map((tenant) => [tenant.orgId, tenant]));
    return async (req, res, next) => {
        const token = readBearerToken(req.get('Authorization'));
        const orgId = toId18(req.get('X-Salesforce-Org-Id') ?? '');
        if (orgId === null) throw new Failure('malformed-request', { detail: DETAILS.orgHeader });
        const tenant = byOrg.get(orgId);
        if (tenant === undefined) throw new Failure('wrong-org');
        const context = contextOf(res);
        context.tenant = tenant.name;
        const caller = await tenant.callerFor(token, parseConversationId(String(req.params['id'])));
        context.userId = caller.agent.id;
        context.authenticated = { tenant, caller };
        next();
    };
}

/** Who is calling; throws when the route was mounted without `authenticate`. */
export function authenticated(res: Response): Authenticated {
    const { authenticated: found } = contextOf(res);
    if (found === undefined) throw new Error('This route was mounted without authenticate().');
    return found;
}
