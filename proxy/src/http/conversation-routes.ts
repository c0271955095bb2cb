import type { IRoute, Request, RequestHandler, Router } from 'express';
import type { ConversationView } from '#contract';
import { parseConversationId, type ConversationId } from '../conversations/knowledge/conversation-id.ts';
import type { Caller } from '../conversations/ports.ts';
import { Failure } from '../lib/failure.ts';
import { allowedMethods } from './allowed-methods.ts';
import { authenticate, authenticated } from './authenticate.ts';
import { exactRouter } from './exact-router.ts';
import { jsonBody } from './json-body.ts';
import { DETAILS } from './problems.ts';
import {
    blockRequest,
    historyQuery,
    parseBody,
    parseQuery,
    nativeBlockRequest,
    stateRequest,
    undoRequest
} from './request-schemas.ts';
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
 * `/v1/conversations`: the view, block and unblock, undo, the other states, the native block, and the history.
 * Whoever calls is asked who they are before anything else; a change is counted before its body is read. The view
 * comes first, since it is asked for most.
 */
export function conversationRoutes({ tenants, writesPerMinute }: ConversationParts): Router {
    const { router, at: routeAt } = exactRouter();
    const agentsOnly = authenticate(tenants);
    const at = (path: string): IRoute => routeAt(path).all(agentsOnly);
    const limited = writeLimit(writesPerMinute);
    const withBody = [limited, jsonBody()];

    at('/:id')
        .get(answer(({ conversations, caller, id }) => conversations.view(caller, id)))
        .all(allowedMethods('GET'));

    at('/:id/block')
        .put(
            ...withBody,
            answer(({ conversations, caller, id, body }) =>
                conversations.block(caller, id, parseBody(blockRequest, body))
            )
        )
        .delete(
            limited,
            answer(({ conversations, caller, id }) => conversations.unblock(caller, id))
        )
        .all(allowedMethods('PUT', 'DELETE'));

    at('/:id/state')
        .put(
            ...withBody,
            answer(({ conversations, caller, id, body }) =>
                conversations.changeState(caller, id, parseBody(stateRequest, body).state)
            )
        )
        .all(allowedMethods('PUT'));

    at('/:id/undo')
        .post(
            ...withBody,
            answer(({ conversations, caller, id, body }) =>
                conversations.undo(caller, id, parseBody(undoRequest, body).operationId)
            )
        )
        .all(allowedMethods('POST'));

    at('/:id/native-block')
        .put(...withBody, answer(resolveNativeBlock))
        .all(allowedMethods('PUT'));

    at('/:id/history')
        .get(
            answer(({ conversations, caller, id, query }) =>
                conversations.history(caller, id, parseQuery(historyQuery, query))
            )
        )
        .all(allowedMethods('GET'));

    router.use('/:id', agentsOnly); // what does not exist is told to agents only
    return router;
}

/** One call about one conversation. */
interface Call {
    conversations: Tenant['conversations'];
    caller: Caller;
    id: ConversationId;
    body: unknown;
    query: unknown;
}

/** Answers with what the work returns, as JSON. */
function answer(work: (call: Call) => Promise<object>): RequestHandler {
    return async (req, res) => {
        const { tenant, caller } = authenticated(res);
        const { body, query } = req;
        res.json(await work({ conversations: tenant.conversations, caller, id: idOf(req), body, query }));
    };
}

function resolveNativeBlock({ conversations, caller, id, body }: Call): Promise<ConversationView> {
    const { status } = parseBody(nativeBlockRequest, body);
    return conversations.resolveNativeBlock(caller, id, status).catch(withDetail(resolveDetail));
}

/** Why resolving was refused, where the words of its code speak of something else. */
function resolveDetail({ code, retryAfterSeconds }: Failure): string | undefined {
    if (code === 'no-permission') return DETAILS.resolvePermission;
    const isLate = code === 'conversation-busy' && retryAfterSeconds !== undefined;
    return isLate ? DETAILS.mayStillBeCarriedOut : undefined;
}

function idOf(req: Request): ConversationId {
    const id = parseConversationId(String(req.params['id']));
    if (id === null) throw new Failure('malformed-request', { detail: DETAILS.conversationId });
    return id;
}
