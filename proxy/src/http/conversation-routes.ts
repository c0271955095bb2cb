import { Router, type IRoute, type Request } from 'express';
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

/**
 * `/v1/conversations`: the view, block and unblock, the other states, the channel's own block, and the history.
 * Whoever calls is asked who they are before anything else; a change is counted before its body is read. The view
 * comes first, since it is asked for most.
 */
export function conversationRoutes({ tenants, writesPerMinute }: ConversationParts): Router {
    const router = Router();
    const agentsOnly = authenticate(tenants);
    const at = (path: string): IRoute => router.route(path).all(agentsOnly);
    const limited = writeLimit(writesPerMinute);
    const withBody = [limited, ...jsonBody()];

    at('/:id')
        .get(async (req, res) => {
            const { tenant, caller } = authenticated(res);
            res.json(await tenant.conversations.view(caller, idOf(req)));
        })
        .all(allowedMethods('GET'));

    at('/:id/block')
        .put(...withBody, async (req, res) => {
            const { tenant, caller } = authenticated(res);
            const { reason, note } = parseBody(blockRequest, req.body);
            res.json(await tenant.conversations.block(caller, idOf(req), { reason, note }));
        })
        .delete(limited, async (req, res) => {
            const { tenant, caller } = authenticated(res);
            res.json(await tenant.conversations.unblock(caller, idOf(req)));
        })
        .all(allowedMethods('PUT', 'DELETE'));

    at('/:id/state')
        .put(...withBody, async (req, res) => {
            const { tenant, caller } = authenticated(res);
            const { state } = parseBody(stateRequest, req.body);
            res.json(await tenant.conversations.changeState(caller, idOf(req), state));
        })
        .all(allowedMethods('PUT'));

    at('/:id/platform-block')
        .put(...withBody, async (req, res) => {
            const { tenant, caller } = authenticated(res);
            const { status } = parseBody(platformBlockRequest, req.body);
            const settled = tenant.conversations.settlePlatformBlock(caller, idOf(req), status);
            res.json(await settled.catch(withDetail(settlementDetail)));
        })
        .all(allowedMethods('PUT'));

    at('/:id/history')
        .get(async (req, res) => {
            const { tenant, caller } = authenticated(res);
            res.json(await tenant.conversations.history(caller, idOf(req)));
        })
        .all(allowedMethods('GET'));

    router.use('/:id', agentsOnly); // what does not exist is told to agents only
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
