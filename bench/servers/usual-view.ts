import type { ConversationView } from '#contract';

/** A view of usual size. */
export const USUAL_VIEW: ConversationView = {
    id: 'c0000000-0000-4000-8000-000000000000',
    state: 'BLOCKED',
    stateSource: 'proxy',
    asOf: '2026-11-22T09:00:05.000Z',
    channel: { name: 'WHATSAPP', label: 'WhatsApp', native: false, nativePossible: 'no', windowClosesAt: null },
    customer: { name: 'Maria Lopez' },
    block: {
        id: 'b0000000-0000-4000-8000-000000000000',
        since: '2026-11-22T09:00:05.000Z',
        until: null,
        by: { id: '005000000000001AAA', name: 'Agent 1' },
        changed: null,
        reason: 'Spam',
        note: 'Crypto links',
        state: 'confirmed'
    },
    nativeBlock: { status: 'not-supported', reason: null, version: null },
    blockedStateExcluded: true,
    actions: ['unblock'],
    undo: null,
    earlierBlocks: null
};
