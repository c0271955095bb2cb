import type { ConversationView, HistoryView } from '#contract';
import type { ConversationId } from '../conversations/knowledge/conversation-id.ts';
import type { Conversations } from '../conversations/conversations.ts';
import type { Caller } from '../conversations/ports.ts';
import type { Failure } from '../lib/failure.ts';
import { DETAILS } from './details.ts';
import {
    blockRequest,
    historyQuery,
    nativeBlockRequest,
    parseBody,
    parseQuery,
    stateRequest,
    unblockRequest,
    undoRequest
} from './request-schemas.ts';
import { withDetail } from './with-detail.ts';

/** One request about one conversation. */
export interface Asked {
    conversations: Conversations;
    caller: Caller;
    id: ConversationId;
    body: unknown;
    query: unknown;
}

/** A call of the contract. Those that are no `GET` change something, and count towards the limit of the agent's. */
export interface ConversationCall {
    verb: 'GET' | 'PUT' | 'DELETE' | 'POST';
    /** Below `CONVERSATIONS_PATH`. */
    path: string;
    /** Whether it takes a JSON body; `optional`: clients that have nothing to say send none. */
    hasBody: boolean | 'optional';
    /** @throws Failure `malformed-request`, `invalid-field`, and as the function of the domain */
    answer(asked: Asked): Promise<ConversationView | HistoryView>;
}

/** Where the calls about conversations are. */
export const CONVERSATIONS_PATH = '/v1/conversations';

/** The call that is made most. */
export const VIEW: ConversationCall = {
    verb: 'GET',
    path: '/:id',
    hasBody: false,
    answer: ({ conversations, caller, id }) => conversations.view(caller, id)
};

/**
 * The calls about a conversation: the routes are made from this table, and the Apex client, its double in the sandbox,
 * the log and the reference are checked against it. The view comes first, since it is asked for most.
 */
export const CONVERSATION_CALLS: Readonly<Record<string, ConversationCall>> = {
    view: VIEW,
    block: {
        verb: 'PUT',
        path: '/:id/block',
        hasBody: true,
        answer: ({ conversations, caller, id, body }) => conversations.block(caller, id, parseBody(blockRequest, body))
    },
    unblock: {
        verb: 'DELETE',
        path: '/:id/block',
        hasBody: 'optional',
        answer: ({ conversations, caller, id, body }) =>
            conversations.unblock(caller, id, parseBody(unblockRequest, body))
    },
    changeState: {
        verb: 'PUT',
        path: '/:id/state',
        hasBody: true,
        answer: ({ conversations, caller, id, body }) =>
            conversations.changeState(caller, id, parseBody(stateRequest, body).state)
    },
    undo: {
        verb: 'POST',
        path: '/:id/undo',
        hasBody: true,
        answer: ({ conversations, caller, id, body }) =>
            conversations.undo(caller, id, parseBody(undoRequest, body).operationId)
    },
    resolveNativeBlock: {
        verb: 'PUT',
        path: '/:id/native-block',
        hasBody: true,
        answer: ({ conversations, caller, id, body }) =>
            conversations
                .resolveNativeBlock(caller, id, parseBody(nativeBlockRequest, body))
                .catch(withDetail(resolveDetail))
    },
    retryNativeBlock: {
        verb: 'POST',
        path: '/:id/native-block/retry',
        hasBody: false,
        answer: ({ conversations, caller, id }) => conversations.retryNativeBlock(caller, id)
    },
    history: {
        verb: 'GET',
        path: '/:id/history',
        hasBody: false,
        answer: ({ conversations, caller, id, query }) =>
            conversations.history(caller, id, parseQuery(historyQuery, query))
    }
};

/** Why resolving was refused, where the words of its code speak of something else. */
function resolveDetail({ code, retryAfterSeconds }: Failure): string | undefined {
    if (code === 'no-permission') return DETAILS.resolvePermission;
    const isLate = code === 'conversation-busy' && retryAfterSeconds !== undefined;
    return isLate ? DETAILS.mayStillBeCarriedOut : undefined;
}
