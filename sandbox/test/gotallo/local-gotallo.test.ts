import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import type { ConversationState } from '#contract';
import type { Conversation } from '../../gotallo/conversation.ts';
import { LocalGoTallo } from '../../gotallo/local-gotallo.ts';
import { Refusal } from '../../gotallo/refusal.ts';
import { CONVERSATION_ID, conversationWith } from '../support/conversation.ts';

const ID = CONVERSATION_ID;

describe('LocalGoTallo', () => {
    let pushed: string[];
    let gotallo: LocalGoTallo;

    beforeEach(() => {
        pushed = [];
        gotallo = new LocalGoTallo((_conversation, message) => {
            pushed.push(message.text);
            return Promise.resolve();
        });
    });

    function addConversation(state: ConversationState): Conversation {
        const conversation = conversationWith({ state });
        gotallo.add(conversation);
        return conversation;
    }

    it('pushes a message of an open conversation', async () => {
        const { messages } = addConversation('OPEN');
        await gotallo.customerWrites(ID, 'hello');
        assert.deepEqual(pushed, ['hello']);
        assert.equal(messages[0]?.synced, true);
    });

    it('lets the bot answer in AUTO_BOT and pushes neither message', async () => {
        const { messages } = addConversation('AUTO_BOT');
        await gotallo.customerWrites(ID, 'hello');
        assert.deepEqual(pushed, []);
        assert.deepEqual(
            messages.map((message) => message.outbound),
            [false, true]
        );
    });

    it('opens a closed conversation when the customer writes', async () => {
        const conversation = addConversation('CLOSED');
        await gotallo.customerWrites(ID, 'hello');
        assert.equal(conversation.state, 'OPEN');
        assert.deepEqual(pushed, ['hello']);
    });

    it('keeps a blocked conversation blocked, shows the message and pushes nothing', async () => {
        const conversation = addConversation('BLOCKED');
        await gotallo.customerWrites(ID, 'hello');
        assert.equal(conversation.state, 'BLOCKED');
        assert.equal(conversation.messages[0]?.synced, false);
        assert.deepEqual(pushed, []);
    });

    it('pushes messages of a blocked conversation where support has not excluded BLOCKED', async () => {
        addConversation('BLOCKED');
        gotallo.blockedExcluded = false;
        await gotallo.customerWrites(ID, 'hello');
        assert.deepEqual(pushed, ['hello']);
    });

    it('does not push after an unblock what came in before it', async () => {
        addConversation('BLOCKED');
        await gotallo.customerWrites(ID, 'before');
        gotallo.changeState(ID, 'OPEN');
        await gotallo.customerWrites(ID, 'after');
        assert.deepEqual(pushed, ['after']);
    });

    it('refuses a customer message in an expired conversation', async () => {
        addConversation('EXPIRED');
        await assert.rejects(gotallo.customerWrites(ID, 'hello'), { name: 'Refusal', status: 409 });
    });

    it('refuses to change the state of an expired conversation', () => {
        addConversation('EXPIRED');
        assert.throws(() => gotallo.changeState(ID, 'OPEN'), { name: 'Refusal', status: 400 });
    });

    for (const state of ['EXPIRED', 'AUTO_BOT', 'BLOCKED'] as const) {
        it(`does not let an agent write in ${state}`, async () => {
            const { messages } = addConversation(state);
            await assert.rejects(gotallo.agentWrites(ID, 'Ana Silva', 'hello'), Refusal);
            assert.deepEqual(messages, []);
        });
    }

    it('loses what a person writes whom the channel blocks: not in the chat window, not pushed', async () => {
        const conversation = addConversation('CLOSED');
        gotallo.setOnChannel(ID, true);
        assert.equal(await gotallo.customerWrites(ID, 'hello'), null);
        assert.deepEqual([conversation.messages, pushed, conversation.state], [[], [], 'CLOSED']);
    });

    it('does not let an agent write to a person whom the channel blocks', async () => {
        const { messages } = addConversation('OPEN');
        gotallo.setOnChannel(ID, true);
        await assert.rejects(gotallo.agentWrites(ID, 'Ana Silva', 'hello'), { name: 'Refusal', status: 409 });
        assert.deepEqual(messages, []);
    });

    it('lets messages in again once the platform does not block anymore, whatever the state', async () => {
        const { messages } = addConversation('BLOCKED');
        gotallo.setOnChannel(ID, true);
        await gotallo.customerWrites(ID, 'lost');
        gotallo.setOnChannel(ID, false);
        await gotallo.customerWrites(ID, 'seen');
        assert.deepEqual(
            messages.map(({ text, synced }) => ({ text, synced })),
            [{ text: 'seen', synced: false }]
        );
    });

    it('refuses a conversation that it does not have', () => {
        assert.throws(() => gotallo.changeState(ID, 'BLOCKED'), { name: 'Refusal', status: 404 });
    });

    it('keeps the message in the chat window when the sync fails', async () => {
        gotallo = new LocalGoTallo(() => Promise.reject(new Error('the org is down')));
        const { messages } = addConversation('OPEN');
        await gotallo.customerWrites(ID, 'hello');
        assert.deepEqual(
            messages.map(({ text, synced }) => ({ text, synced })),
            [{ text: 'hello', synced: false }]
        );
    });
});
