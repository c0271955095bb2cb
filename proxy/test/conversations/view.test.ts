import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ConversationState } from '#contract';
import { parseConversationId } from '../../src/conversations/conversation-id.ts';
import type { Facts } from '../../src/conversations/known-state.ts';
import type { Agent } from '../../src/conversations/ports.ts';
import { conversationView } from '../../src/conversations/view.ts';
import { ANA, at, facts, message, openBlock, ROBIN } from '../support/facts.ts';

const ID = parseConversationId('0f8fad5bd9cb469fa16570867728950e')!;

function viewFor(agent: Agent, known: Facts) {
    return conversationView(ID, agent, known, { status: 'not-supported', message: null });
}

function actionsIn(state: ConversationState | null): string[] {
    return viewFor(ANA, facts({}, state === null ? null : message({ state }))).actions;
}

describe('conversationView', () => {
    it('shows all of a blocked conversation to an agent who may block', () => {
        const record = { confirmedState: { state: 'BLOCKED', at: at(20) } as const, openBlock: openBlock() };
        assert.deepEqual(viewFor(ANA, facts(record, message())), {
            id: '0f8fad5b-d9cb-469f-a165-70867728950e',
            state: 'BLOCKED',
            stateSource: 'proxy',
            asOf: at(20).toISOString(),
            channel: {
                name: 'WHATSAPP',
                label: 'WhatsApp',
                native: false,
                nativePossible: 'no',
                windowClosesAt: null
            },
            customer: { name: 'Maria Lopez' },
            block: {
                id: '7d8f0f1e-0000-4000-8000-000000000001',
                since: at(20).toISOString(),
                until: null,
                by: { id: ANA.id, name: ANA.name },
                reason: 'Spam',
                note: 'crypto links',
                state: 'confirmed'
            },
            platformBlock: { status: 'not-supported', message: null },
            actions: ['unblock']
        });
    });

    it('shows state and channel, but neither note nor customer name nor actions, without permission', () => {
        const record = { confirmedState: { state: 'BLOCKED', at: at(20) } as const, openBlock: openBlock() };
        const view = viewFor(ROBIN, facts(record, message()));
        assert.equal(view.state, 'BLOCKED');
        assert.equal(view.channel.label, 'WhatsApp');
        assert.equal(view.customer.name, null);
        assert.equal(view.block?.note, null);
        assert.deepEqual(view.actions, []);
    });

    it('shows names and notes to who may manage, and no actions that need the permission to block', () => {
        const supervisor = { ...ROBIN, permissions: { block: false, manage: true } };
        const view = viewFor(supervisor, facts({}, message()));
        assert.equal(view.customer.name, 'Maria Lopez');
        assert.deepEqual(view.actions, []);
    });

    it('shows an unknown channel without inventing one', () => {
        const { channel } = viewFor(ANA, facts());
        assert.equal(channel.name, null);
        assert.equal(channel.label, null);
    });

    it('shows a channel it has no words for by its own name', () => {
        const { channel } = viewFor(ANA, facts({}, message({ medium: 'web_chat' })));
        assert.equal(channel.name, 'WEB_CHAT');
        assert.equal(channel.label, 'Web chat');
    });

    it('offers what leads on from each state', () => {
        assert.deepEqual(actionsIn('OPEN'), ['block', 'close']);
        assert.deepEqual(actionsIn('AUTO_BOT'), ['block', 'takeOver', 'close']);
        assert.deepEqual(actionsIn('CLOSED'), ['block', 'reopen']);
        assert.deepEqual(actionsIn('BLOCKED'), ['unblock']);
    });

    it('offers nothing for an expired conversation', () => {
        assert.deepEqual(actionsIn('EXPIRED'), []);
    });

    it('still offers block when nothing is known', () => {
        assert.deepEqual(actionsIn(null), ['block']);
    });

    it('offers to complete the block after one that got no clear answer', () => {
        const doubt = { kind: 'block', at: at(30) } as const;
        assert.deepEqual(viewFor(ANA, facts({ doubt }, message())).actions, ['block']);
    });

    it('offers to complete the unblock after one that got no clear answer', () => {
        const doubt = { kind: 'unblock', at: at(30) } as const;
        assert.deepEqual(viewFor(ANA, facts({ doubt, openBlock: openBlock() })).actions, ['unblock']);
    });
});
