import type { Router } from 'express';
import { readBearerToken } from '../auth/bearer-token.ts';
import { Failure } from '../lib/failure.ts';
import { agentLimit } from './agent-limit.ts';
import { allowedMethods } from './allowed-methods.ts';
import { authenticate, authenticated } from './authenticate.ts';
import { DETAILS } from './details.ts';
import { exactRouter } from './exact-router.ts';
import { sendJson } from './send.ts';
import type { Tenant } from './tenant.ts';

/** The address of the set-up check, as Apex, its double in the sandbox and the reference write it. */
export const SETUP_PATH = '/v1/setup';

/** A check asks Salesforce and GoTallo, and a person reads it. */
const CHECKS_PER_MINUTE = 20;

/** `/v1/setup`: what works and what does not, for those who may manage. */
export function setupRoutes(tenants: readonly Tenant[]): Router {
    const { router, at } = exactRouter();
    at(SETUP_PATH)
        .all(authenticate(tenants))
        .get(agentLimit({ perMinute: CHECKS_PER_MINUTE, detail: DETAILS.tooManyChecks }), async (req, res) => {
            const { tenant, caller } = authenticated(res);
            const { agent } = caller;
            if (!agent.permissions.manage) throw new Failure('no-permission', { detail: DETAILS.setupPermission });
            const accessToken = readBearerToken(req.get('Authorization'));
            sendJson(res, await tenant.checkSetup({ agent, accessToken }));
        })
        .all(allowedMethods('GET'));
    return router;
}
