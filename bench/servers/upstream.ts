/** What the forwarders forward to: answers every call at once with a view of usual size. */
import type { ConversationView } from '#contract';
import { serve } from './serve.ts';

const view: ConversationView = {
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
const body = JSON.stringify(view);
const headers = { 'Content-Type': 'application/json; charset=utf-8', 'Content-Length': Buffer.byteLength(body) };

await serve((_request, response) => response.writeHead(200, headers).end(body));
