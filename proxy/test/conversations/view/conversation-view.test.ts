import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ConversationState } from '#contract';
import { parseConversationId } from '../../../src/conversations/knowledge/conversation-id.ts';
import type { Snapshot } from '../../../src/conversations/knowledge/known-state.ts';
import type { Agent } from '../../../src/conversations/ports.ts';
import { conversationView } from '../../../src/conversations/view/conversation-view.ts';
import {
    ANA,
    at,
    snapshot,
    message,
    openBlock,
    nativeBlock,
    ROBIN,
    SUPERVISOR,
    unfinished
} from '../../support/snapshot.ts';

const ID = parseConversationId('0f8fad5bd9cb469fa16570867728950e')!;

function viewFor(agent: Agent, known: Snapshot) {
    return conversationView(ID, agent, known, {
        nativeChannels: new Set(),
        canReadNativeBlock: false,
        blockedStateExcluded: true,
        now: at(30)
    });
}

/** The same where WhatsApp's native block is used. */
function nativeViewFor(agent: Agent, known: Snapshot, blockedStateExcluded = true, canReadNativeBlock = true) {
    return conversationView(ID, agent, known, {
        nativeChannels: new Set(['WHATSAPP']),
        canReadNativeBlock,
        blockedStateExcluded,
        now: at(30)
    });
}

function actionsIn(state: ConversationState | null): string[] {
    return viewFor(ANA, snapshot({}, state === null ? null : message({ state }))).actions;
}

describe('conversationView', () => {
    it('shows all of a blocked conversation to an agent who may block', () => {
        const record = { confirmedState: { state: 'BLOCKED', at: at(20) } as const, openBlock: openBlock() };
        assert.deepEqual(viewFor(ANA, snapshot(record, message())), {
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
                changed: null,
                note: 'crypto links',
                state: 'confirmed'
            },
            nativeBlock: { status: 'not-supported', reason: null, version: null },
            blockedStateExcluded: true,
            actions: ['unblock'],
            undo: null,
            earlierBlocks: null
        });
    });

    it('shows state and channel, but neither note nor customer name nor actions, without permission', () => {
        const record = { confirmedState: { state: 'BLOCKED', at: at(20) } as const, openBlock: openBlock() };
        const view = viewFor(ROBIN, snapshot(record, message()));
        assert.equal(view.state, 'BLOCKED');
        assert.equal(view.channel.label, 'WhatsApp');
        assert.equal(view.customer.name, null);
        assert.equal(view.block?.note, null);
        assert.deepEqual(view.actions, []);
    });

    it('shows names and notes to who may manage, and no actions that need the permission to block', () => {
        const supervisor = { ...ROBIN, permissions: { block: false, manage: true } };
        const view = viewFor(supervisor, snapshot({}, message()));
        assert.equal(view.customer.name, 'Maria Lopez');
        assert.deepEqual(view.actions, []);
    });

    it('shows an unknown channel without inventing one', () => {
        const { channel } = viewFor(ANA, snapshot());
        assert.equal(channel.name, null);
        assert.equal(channel.label, null);
    });

    it('shows a channel it has no words for by its own name', () => {
        const { channel } = viewFor(ANA, snapshot({}, message({ medium: 'web_chat' })));
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

    it('offers what leads on from what was confirmed while that is contradicted, and to make sure of a block', () => {
        const soon = new Date(at(20).getTime() + 900);
        const offered = (confirmed: ConversationState, seen: ConversationState) =>
            viewFor(
                ANA,
                snapshot({ confirmedState: { state: confirmed, at: at(20) } }, message({ state: seen, at: soon }))
            );
        for (const [confirmed, seen, actions] of [
            ['CLOSED', 'OPEN', ['block', 'reopen']],
            ['OPEN', 'BLOCKED', ['block', 'close']],
            ['BLOCKED', 'OPEN', ['block']]
        ] as const) {
            const { state, ...view } = offered(confirmed, seen);
            assert.deepEqual([state, view.actions], [null, actions]);
        }
    });

    it('offers to complete the block after one that got no clear answer', () => {
        const waiting = unfinished({ outcome: 'unknown', isLeased: false });
        assert.deepEqual(viewFor(ANA, snapshot({ unfinished: waiting }, message())).actions, ['block']);
    });

    it('offers to complete the unblock after one that got no clear answer', () => {
        const waiting = unfinished({
            command: { kind: 'unblock', state: 'OPEN' },
            outcome: 'unknown',
            isLeased: false
        });
        const known = snapshot({ unfinished: waiting, openBlock: openBlock() });
        assert.deepEqual(viewFor(ANA, known).actions, ['unblock']);
    });

    it('says of a native channel that nobody is blocked there until something else is known', () => {
        const { channel, nativeBlock } = nativeViewFor(ANA, snapshot({}, message()));
        assert.equal(channel.native, true);
        assert.deepEqual(nativeBlock, { status: 'not-blocked', reason: null, version: '0' });
    });

    it('still shows a native block after its channel was taken out of the configuration', () => {
        assert.equal(
            viewFor(ANA, snapshot({ nativeBlock: nativeBlock('blocked') }, message())).nativeBlock.status,
            'blocked'
        );
    });

    it('offers to unblock whom the channel blocks, whatever the state', () => {
        const known = snapshot({ nativeBlock: nativeBlock('blocked') }, message());
        assert.deepEqual(nativeViewFor(ANA, known).actions, ['unblock', 'close']);
    });

    it('offers only those who manage to say what the channel shows, and only where it is not known', () => {
        const inQuestion = snapshot({ nativeBlock: nativeBlock('unconfirmed', 25, 'no-answer') }, message());
        assert.deepEqual(nativeViewFor(SUPERVISOR, inQuestion).actions, ['block', 'close', 'resolveNativeBlock']);
        assert.deepEqual(nativeViewFor(ANA, inQuestion).actions, ['block', 'close']);
        const known = snapshot({ nativeBlock: nativeBlock('blocked') }, message());
        assert.ok(!nativeViewFor(SUPERVISOR, known).actions.includes('resolveNativeBlock'));
    });

    it('offers those who manage to correct what was said, where GoTallo cannot be asked', () => {
        for (const status of ['blocked', 'not-blocked', 'refused'] as const) {
            const known = snapshot({ nativeBlock: nativeBlock(status) }, message());
            assert.ok(nativeViewFor(SUPERVISOR, known, true, false).actions.includes('resolveNativeBlock'), status);
            assert.ok(!nativeViewFor(ANA, known, true, false).actions.includes('resolveNativeBlock'));
        }
        assert.ok(!viewFor(SUPERVISOR, snapshot({}, message())).actions.includes('resolveNativeBlock'));
    });

    it('offers nothing to anybody once the conversation has expired, whatever the channel shows', () => {
        for (const status of ['blocked', 'unconfirmed'] as const) {
            const expired = snapshot({ nativeBlock: nativeBlock(status) }, message({ state: 'EXPIRED', at: at(30) }));
            for (const agent of [ANA, SUPERVISOR]) assert.deepEqual(nativeViewFor(agent, expired).actions, []);
        }
    });

    it('does not ask what the channel shows, and names no version, while an answer or an effect may still come', () => {
        const known = { nativeBlock: nativeBlock('unconfirmed'), nativeVersion: 3 };
        for (const toCome of [{ unfinished: unfinished() }, { nativeInFlightMs: 1 }]) {
            const view = nativeViewFor(SUPERVISOR, snapshot({ ...known, ...toCome }, message()));
            assert.ok(!view.actions.includes('resolveNativeBlock'));
            assert.equal(view.nativeBlock.version, null);
        }
    });

    it('asks what the channel shows, and names the version, while a target only waits to be sent again', () => {
        const waiting = unfinished({ outcome: 'unknown', isLeased: false });
        const known = snapshot(
            { nativeBlock: nativeBlock('unconfirmed'), nativeVersion: 3, unfinished: waiting },
            message()
        );
        const view = nativeViewFor(SUPERVISOR, known);
        assert.ok(view.actions.includes('resolveNativeBlock'));
        assert.equal(view.nativeBlock.version, '3');
    });

    it('says whether BLOCKED keeps messages out, beside why the channel refused', () => {
        const confirmedState = { state: 'BLOCKED', at: at(20) } as const;
        const refused = nativeBlock('refused', 25, 'window-closed');
        const known = snapshot(
            { confirmedState, openBlock: openBlock(), nativeBlock: refused, nativeVersion: 7 },
            message()
        );
        const view = nativeViewFor(ANA, known, false);
        assert.deepEqual(view.nativeBlock, { status: 'refused', reason: 'window-closed', version: '7' });
        assert.equal(view.blockedStateExcluded, false);
        assert.equal(nativeViewFor(ANA, known).blockedStateExcluded, true);
        assert.deepEqual(
            conversationView(ID, ANA, snapshot(), {
                nativeChannels: new Set(),
                canReadNativeBlock: false,
                now: at(30),
                blockedStateExcluded: false
            }).nativeBlock,
            { status: 'not-supported', reason: null, version: null }
        );
    });
});
