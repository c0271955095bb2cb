import type { Request, RequestHandler, Router } from 'express';
import { parseConversationId, type ConversationId } from '../conversations/knowledge/conversation-id.ts';
import { Failure } from '../lib/failure.ts';
import { writeLimit } from './agent-limit.ts';
import { allowedMethods } from './allowed-methods.ts';
import { answerCall } from './answer-call.ts';
import { authenticate } from './authenticate.ts';
import { CONVERSATION_CALLS, type ConversationCall } from './conversation-calls.ts';
import { DETAILS } from './details.ts';
import { exactRouter } from './exact-router.ts';
import { jsonBody } from './json-body.ts';
import type { Tenant } from './tenant.ts';

/** What the calls about conversations need. */
export interface ConversationRoutesParts {
    tenants: readonly Tenant[];
    /** How many changes one agent may make. */
    writesPerMinute: number;
}

const METHODS = { GET: 'get', PUT: 'put', DELETE: 'delete', POST: 'post' } as const;

/**
 * `/v1/conversations`: the calls of the table. Whoever calls is asked who they are before anything else; a change is
 * counted before its body is read.
 */
export function conversationRoutes({ tenants, writesPerMinute }: ConversationRoutesParts): Router {
    const { router, at } = exactRouter();
    const agentsOnly = authenticate(tenants);
    const limited = writeLimit(writesPerMinute);
    for (const [path, calls] of byPath(Object.values(CONVERSATION_CALLS))) {
        const route = at(path).all(agentsOnly);
        for (const call of calls) {
            const steps = [...(call.verb === 'GET' ? [] : [limited]), ...(call.hasBody !== false ? [jsonBody()] : [])];
            route[METHODS[call.verb]](...steps, answerTo(call));
        }
        route.all(allowedMethods(...calls.map(({ verb }) => verb)));
    }
    router.use('/:id', agentsOnly); // what does not exist is told to agents only
    return router;
}

function byPath(calls: readonly ConversationCall[]): Map<string, ConversationCall[]> {
    return Map.groupBy(calls, ({ path }) => path);
}

/** Answers with what the call returns, as JSON. */
function answerTo(call: ConversationCall): RequestHandler {
    return async (req, res) => {
        const { body, query } = req;
        await answerCall(call, res, { id: idOf(req), body, query });
    };
}

function idOf(req: Request): ConversationId {
    const id = parseConversationId(String(req.params['id']));
    if (id === null) throw new Failure('malformed-request', { detail: DETAILS.conversationId });
    return id;
}
