import type { IncomingMessage, ServerResponse } from 'node:http';
import { isConversationId, type ConversationId } from '../conversations/knowledge/conversation-id.ts';
import { answerCall } from './answer-call.ts';
import { callersOf, letPass } from './callers.ts';
import { CONVERSATIONS_PATH, VIEW } from './conversation-calls.ts';
import type { AnswerProblem } from './problem-handler.ts';
import { contextOf } from './request-context.ts';
import type { Tenant } from './tenant.ts';

const BEFORE_ID = `${CONVERSATIONS_PATH}/`;
/** What only a request has that has a body, or announces one. */
const SIGNS_OF_BODY = ['content-length', 'transfer-encoding', 'expect'];

/**
 * Answers the request that comes most, for a view by an agent who is known, ahead of Express, which takes a sixth of its
 * time. Whatever is unusual about a request is left to Express, untouched; nothing is let pass here that is not let pass
 * there. Both ways use the same functions for everything that is sent or logged.
 * @returns what tells whether it answers a request
 */
export function usualView(
    tenants: readonly Tenant[],
    answerProblem: AnswerProblem
): (req: IncomingMessage, res: ServerResponse) => boolean {
    const callers = callersOf(tenants);
    return (req, res) => {
        const id = askedFor(req);
        if (id === null || res.hasHeader('Connection')) return false; // that header: the server is told to stop
        const known = callers.known(req);
        if (known === null) return false;
        contextOf(res).path = BEFORE_ID + id;
        letPass(res, known);
        answerCall(VIEW, res, { id, body: undefined, query: {} }).catch((error: unknown) => {
            answerProblem(error, req, res);
        });
        return true;
    };
}

/** The conversation whose view is asked for in the usual form; null when anything else is. */
function askedFor({ method, url = '', headers }: IncomingMessage): ConversationId | null {
    if (method !== 'GET' || !url.startsWith(BEFORE_ID)) return null;
    const id = url.slice(BEFORE_ID.length);
    return isConversationId(id) && !SIGNS_OF_BODY.some((name) => name in headers) ? id : null;
}
