import type { ServerResponse } from 'node:http';
import type { ConversationState } from '#contract';
import { readState, STATE_NUMBERS } from '../proxy/src/gotallo/state-numbers.ts';
import { json, type Handler } from './server.ts';
import { TrueConversation, type Truth } from './true-conversation.ts';

/** GoTallo's id of the tenant, where there is one only. */
export const TENANT_ID = '11111111-2222-4333-8444-555555555555';

/** A call of the API on a conversation. */
export interface GoTalloRequest<C extends TrueConversation = TrueConversation> extends Asked {
    conversation: C;
    response: ServerResponse;
    /** Makes what is asked for true; a read changes nothing. */
    apply(): Truth;
    /** Answers with what is true. */
    confirm(): void;
}

interface Asked {
    kind: 'change state' | 'Block User' | 'read';
    /** The state that is to be set; null for other calls. */
    state: ConversationState | null;
}

/**
 * The paths of Block User and of the read, and their answers, are this server's own: the public record does not tell
 * them, so they are configuration.
 */
const PATH = '/tenants/{tenant_id}/conversations/{conversation_id}/';
const URL_PATH = /\/tenants\/[^/]+\/conversations\/([^/]+)\/(?:(details|block)\/)?$/;

/** How a proxy is told of this GoTallo's Block User. */
export const BLOCK_USER = {
    channels: ['WHATSAPP'],
    method: 'POST' as const,
    path: `${PATH}block/`,
    body: {}
};

/** How a proxy is told to read a conversation here. */
export const READ = { path: PATH, stateField: 'state', blockedField: 'is_blocked' };

/**
 * A GoTallo over HTTP whose Block User really is a toggle.
 * @param find the conversation of an id
 * @param meet what becomes of a call; carried out and confirmed at once when left out
 */
export function goTalloHandler<C extends TrueConversation>(
    find: (id: string) => C | undefined,
    meet: (request: GoTalloRequest<C>) => void = carryOut
): Handler {
    return ({ method, url, body }, response) => {
        const [, id = '', part] = URL_PATH.exec(url) ?? [];
        const conversation = id === '' ? undefined : find(id);
        if (conversation === undefined) return json(response, 404, { detail: 'Not found.' });
        const asked = askedFor(method, part, body);
        if (asked === null) return json(response, 400, { detail: 'Bad request.' });
        const { kind, state } = asked;
        const apply = (): Truth => {
            if (state !== null) conversation.state = state;
            if (kind === 'Block User') conversation.toggle();
            return conversation.now;
        };
        const confirm = (): void => {
            const { state, isNativeBlocked } = conversation;
            json(response, 200, { id, state: STATE_NUMBERS[state], is_blocked: isNativeBlocked });
        };
        meet({ kind, state, conversation, response, apply, confirm });
    };
}

/** A GoTallo that knows every conversation, and carries out and confirms every call at once. */
export function obligingGoTallo(): Handler {
    const conversations = new Map<string, TrueConversation>();
    return goTalloHandler((id) => {
        const conversation = conversations.get(id) ?? new TrueConversation();
        conversations.set(id, conversation);
        return conversation;
    });
}

function carryOut({ apply, confirm }: GoTalloRequest): void {
    apply();
    confirm();
}

function askedFor(method: string, part: string | undefined, body: string): Asked | null {
    if (part === 'block') return { kind: 'Block User', state: null };
    if (part === undefined) return method === 'GET' ? { kind: 'read', state: null } : null;
    const { action, state: number } = JSON.parse(body) as { action?: unknown; state?: unknown };
    const state = readState(number);
    return action === 'change_state' && state !== null ? { kind: 'change state', state } : null;
}
