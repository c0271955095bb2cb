import type { ConversationError } from 'c/conversationErrors';

/** An error as reduced for the card. */
export function conversationError(changes: Partial<ConversationError> = {}): ConversationError {
    return {
        code: 'gotallo-refused',
        title: '',
        message: 'GoTallo did not accept this.',
        canCheckSetup: false,
        requestId: null,
        retryAfterSeconds: null,
        view: null,
        ...changes
    };
}

/** What an imperative Apex call rejects with when the controller throws the org's exception. */
export function apexError(changes: Partial<ConversationError> & { adminMessage?: string } = {}): unknown {
    const { code, message, requestId, retryAfterSeconds, view } = conversationError(changes);
    const { adminMessage = null } = changes;
    return auraError(JSON.stringify({ code, message, adminMessage, requestId, retryAfterSeconds, view }));
}

/** What an imperative Apex call rejects with when Apex throws an AuraHandledException with this message. */
export function auraError(message: string): unknown {
    return { status: 500, statusText: 'Server Error', ok: false, headers: {}, body: { message } };
}
