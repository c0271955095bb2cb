import { Router, type Request } from 'express';
import { parseConversationId, type ConversationId } from '../conversations/conversation-id.ts';
import { Failure } from '../failure.ts';
import { allowedMethods } from './allowed-methods.ts';
import { authenticate, authenticated } from './authenticate.ts';
import { jsonBody } from './json-body.ts';
import { DETAILS } from './problems.ts';
import { blockRequest, parseBody, platformBlockRequest, stateRequest } from './request-schemas.ts';
import type { Tenant } from './tenant.ts';
import { withDetail } from './with-detail.ts';
import { writeLimit } from './write-limit.ts';

/** What the calls about conversations need. */
export interface ConversationParts {
    tenants: readonly Tenant[];
    /** How many changes one agent may make. */
    writesPerMinute: number;
}

/** `/v1/conversations`: the view, block and unblock, the other states, the channel's own block, and the history. */
export function conversationRoutes({ tenants, writesPerMinute }: ConversationParts): Router {
    const router = Router();
    router.use('/:id', authenticate(tenants), writeLimit(writesPerMinute));

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
        .route('/:id/platform-block')
        .put(...jsonBody(), async (req, res) => {
            const { tenant, caller } = authenticated(res);
            const { status } = parseBody(platformBlockRequest, req.body);
            const settled = tenant.conversations.settlePlatformBlock(caller, idOf(req), status);
            res.json(await settled.catch(withDetail(settlementDetail)));
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

/** Why settling was refused, where the words of its code speak of something else. */
function settlementDetail({ code, retryAfterSeconds }: Failure): string | undefined {
    if (code === 'no-permission') return DETAILS.settlePermission;
    const isLate = code === 'conversation-busy' && retryAfterSeconds !== undefined;
    return isLate ? DETAILS.mayStillBeCarriedOut : undefined;
}

function idOf(req: Request): ConversationId {
    const id = parseConversationId(String(req.params['id']));
    if (id === null) throw new Failure('malformed-request', { detail: DETAILS.conversationId });
    return id;
}
