import { Router, type Request } from 'express';
import { parseConversationId, type ConversationId } from '../conversations/conversation-id.ts';
import { Failure } from '../failure.ts';
import { allowedMethods } from './allowed-methods.ts';
import { authenticate, authenticated } from './authenticate.ts';
import { jsonBody } from './json-body.ts';
import { DETAILS } from './problems.ts';
import { blockRequest, parseBody, stateRequest } from './request-schemas.ts';
import type { Tenant } from './tenant.ts';

/** `/v1/conversations`: the view, block and unblock, the other states, and the history. */
export function conversationRoutes(tenants: readonly Tenant[]): Router {
    const router = Router();
    router.use('/:id', authenticate(tenants));

    router
        .route('/:id')
        .get(async (req, res) => {
            const { tenant, caller } = authenticated(res);
            res.json(await tenant.conversations.view(caller, idOf(req)));
        })
        .all(allowedMethods('GET'));

    router
        .route('/:id/block')
        .put(...jsonBody(), async (req, res) => {
            const { tenant, caller } = authenticated(res);
            const { reason, note } = parseBody(blockRequest, req.body);
            res.json(await tenant.conversations.block(caller, idOf(req), { reason, note }));
        })
        .delete(async (req, res) => {
            const { tenant, caller } = authenticated(res);
            res.json(await tenant.conversations.unblock(caller, idOf(req)));
        })
        .all(allowedMethods('PUT', 'DELETE'));

    router
        .route('/:id/state')
        .put(...jsonBody(), async (req, res) => {
            const { tenant, caller } = authenticated(res);
            const { state } = parseBody(stateRequest, req.body);
            res.json(await tenant.conversations.changeState(caller, idOf(req), state));
        })
        .all(allowedMethods('PUT'));

    router
        .route('/:id/history')
        .get(async (req, res) => {
            const { tenant, caller } = authenticated(res);
            res.json(await tenant.conversations.history(caller, idOf(req)));
        })
        .all(allowedMethods('GET'));

    return router;
}

function idOf(req: Request): ConversationId {
    const id = parseConversationId(String(req.params['id']));
    if (id === null) throw new Failure('malformed-request', { detail: DETAILS.conversationId });
    return id;
}
