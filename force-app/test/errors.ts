import type { ConversationError } from 'c/conversationErrors';

/** An error as reduced for the card. */
export function conversationError(changes: Partial<ConversationError> = {}): ConversationError {
    return {
        code: 'gotallo-refused',
        message: 'GoTallo did not accept this.',
        requestId: null,
        retryAfterSeconds: null,
        view: null,
        ...changes
    };
}

/** What an imperative Apex call rejects with when the controller throws the org's exception. */
export function apexError(changes: Partial<ConversationError> = {}): unknown {
    return auraError(JSON.stringify(conversationError(changes)));
}

/** What an imperative Apex call rejects with when Apex throws an AuraHandledException with this message. */
export function auraError(message: string): unknown {
    return { status: 500, statusText: 'Server Error', ok: false, headers: {}, body: { message } };
}
