import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ConversationChange } from '../../../src/conversations/ports.ts';
import { callerWhoSees } from '../../support/caller.ts';
import { hasCode } from '../../support/failures.ts';
import { newConversation, storeForFile } from '../../support/journal.ts';
import { serviceWith } from '../../support/service.ts';
import { message, SUPERVISOR } from '../../support/snapshot.ts';
import { TrueGoTallo } from '../../support/true-gotallo.ts';

describe('telling of changes', () => {
    const file = storeForFile();

    function setUp() {
        const told: ConversationChange[] = [];
        const goTallo = new TrueGoTallo();
        const service = serviceWith({
            goTallo,
            journal: file.store.journalOf('acme'),
            changes: { conversationChanged: (change) => void told.push(change) }
        });
        const id = newConversation();
        const states = () => told.map(({ conversationId, state }) => (conversationId === id ? state : 'another one'));
        const ana = callerWhoSees(message());
        return { told, states, goTallo, service, id, ana };
    }

    function notice(id: ReturnType<typeof newConversation>, state: 'OPEN' | 'CLOSED', number: number) {
        const modifiedAt = new Date(Date.now() + number);
        return {
            id: crypto.randomUUID(),
            conversationId: id,
            writtenAt: modifiedAt,
            modifiedAt,
            toldModifiedAt: modifiedAt,
            isInbound: true,
            state,
            channel: 'TELEGRAM',
            customerName: 'Maria Lopez'
        };
    }

    it('names the conversation and its new state after every change, and nobody', async () => {
        const { told, states, service, id, ana } = setUp();
        await service.block(ana, id, { reason: 'Spam', note: 'crypto links' });
        await service.unblock(ana, id);
        await service.changeState(ana, id, 'CLOSED');
        assert.deepEqual(states(), ['BLOCKED', 'OPEN', 'CLOSED']);
        assert.deepEqual(Object.keys(told[0] ?? {}).sort(), ['at', 'conversationId', 'state']);
    });

    it('says that the state is not known after a change without an answer', async () => {
        const { states, service, goTallo, id, ana } = setUp();
        goTallo.fates = ['answer lost'];
        await assert.rejects(service.block(ana, id, {}), hasCode('gotallo-timeout'));
        assert.deepEqual(states(), [null]);
    });

    it('says nothing of looking, and of commands that were refused before they were accepted', async () => {
        const { states, service, id } = setUp();
        const ana = callerWhoSees(message({ state: 'EXPIRED' }));
        await service.view(ana, id);
        await assert.rejects(service.block(ana, id, {}), hasCode('conversation-expired'));
        assert.deepEqual(states(), []);
    });

    it('tells of a message only when it shows another state', async () => {
        const { states, service, id } = setUp();
        await service.observeWebhook(notice(id, 'OPEN', 1));
        await service.observeWebhook(notice(id, 'OPEN', 2));
        await service.observeWebhook(notice(id, 'CLOSED', 3));
        await service.observeWebhook(notice(id, 'CLOSED', 4));
        assert.deepEqual(states(), ['OPEN', 'CLOSED']);
    });

    it('tells of a block that was seen to have been ended elsewhere, and of the end of a timed one', async () => {
        const { states, service, id, ana } = setUp();
        await service.block(ana, id, {});
        await service.observeWebhook(notice(id, 'CLOSED', 60_000));
        assert.deepEqual(states(), ['BLOCKED', 'CLOSED']);
        assert.equal((await service.view(ana, id)).block, null);
    });

    it('tells once that somebody who is blocked has written on WhatsApp, which then takes a block again', async () => {
        const { states, service, goTallo, id, ana } = setUp();
        goTallo.fates = ['answered', 'refused'];
        await service.block(ana, id, {});
        for (const number of [1, 2]) {
            const written = { ...notice(id, 'OPEN', number), state: null, channel: 'WHATSAPP' };
            await service.observeWebhook(written);
        }
        assert.deepEqual(states(), ['BLOCKED', 'BLOCKED']);
    });

    it('tells of what a supervisor saw on the channel', async () => {
        const { states, service, id, ana } = setUp();
        await service.block(ana, id, {});
        await service.resolveNativeBlock(callerWhoSees(message(), SUPERVISOR), id, { status: 'not-blocked' });
        assert.deepEqual(states(), ['BLOCKED', 'BLOCKED']);
    });
});
