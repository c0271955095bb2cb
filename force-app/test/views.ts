import type { BlockView, ConversationView, NativeBlockView, UndoView } from '#contract';

/** The conversation most tests are about. */
export const CONVERSATION_ID = '6f1c1f9e-5d0e-4a53-9f3e-0f8a2b7c1d42';

/** A confirmed block by Ana Silva. */
export function blockView(changes: Partial<BlockView> = {}): BlockView {
    return {
        id: '0b8f0a34-21c4-4a92-8b34-6a1d3b7a9c55',
        since: '2025-11-22T14:03:00.000Z',
        until: null,
        by: { id: '005000000000001AAA', name: 'Ana Silva' },
        changed: null,
        reason: 'Spam',
        note: 'Sends crypto links every hour',
        state: 'confirmed',
        ...changes
    };
}

/** An open WhatsApp conversation with Maria Lopez that the agent may block. */
export function openView(changes: Partial<ConversationView> = {}): ConversationView {
    return {
        id: CONVERSATION_ID,
        state: 'OPEN',
        stateSource: 'proxy',
        asOf: '2025-11-22T14:05:00.000Z',
        channel: {
            name: 'WHATSAPP',
            label: 'WhatsApp',
            native: false,
            nativePossible: 'unknown',
            windowClosesAt: null
        },
        customer: { name: 'Maria Lopez' },
        block: null,
        nativeBlock: { status: 'not-supported', reason: null, version: null },
        blockedStateExcluded: true,
        actions: ['block'],
        undo: null,
        earlierBlocks: null,
        ...changes
    };
}

/** The same conversation, blocked by Ana Silva. */
export function blockedView(changes: Partial<ConversationView> = {}): ConversationView {
    return openView({ state: 'BLOCKED', block: blockView(), actions: ['unblock'], ...changes });
}

/** WhatsApp where its native block is used, with a person who wrote a moment ago. */
export const NATIVE_CHANNEL: ConversationView['channel'] = {
    name: 'WHATSAPP',
    label: 'WhatsApp',
    native: true,
    nativePossible: 'yes',
    windowClosesAt: null
};

/** What is known of the native block, on a channel that has one. */
export function onChannel(
    status: NativeBlockView['status'],
    reason: NativeBlockView['reason'] = null,
    version: NativeBlockView['version'] = '1'
): Pick<ConversationView, 'channel' | 'nativeBlock'> {
    return { channel: NATIVE_CHANNEL, nativeBlock: { status, reason, version } };
}

/** What the proxy says of an org to which GoTallo sends the messages of blocked conversations all the same. */
export const NOT_KEPT_OUT: Pick<ConversationView, 'blockedStateExcluded'> = {
    blockedStateExcluded: false
};

/** A channel of which nothing is known. */
export const UNKNOWN_CHANNEL: ConversationView['channel'] = {
    name: null,
    label: null,
    native: false,
    nativePossible: 'unknown',
    windowClosesAt: null
};

/** A change of this agent that can be taken back for the next ten seconds. */
export function undoView(kind: UndoView['kind'], changes: Partial<UndoView> = {}): UndoView {
    return {
        operationId: '9a7e0c1e-0000-4000-8000-000000000001',
        kind,
        state: kind === 'block' ? 'OPEN' : 'BLOCKED',
        expiresAt: new Date(Date.now() + 10_000).toISOString(),
        ...changes
    };
}
