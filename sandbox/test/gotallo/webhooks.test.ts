import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import express from 'express';
import { LocalGoTallo } from '../../gotallo/local-gotallo.ts';
import { Webhooks } from '../../gotallo/webhooks.ts';
import { listen, type Listening } from '../../listen.ts';
import { ORGANIZATION_ID } from '../../org/users.ts';
import { CONVERSATION_ID as ID, conversationWith, writtenHoursAgo } from '../support/conversation.ts';

const TENANT = '0d5f0b1e-54c5-4d0a-9f0a-0f6f1f3c2b1a';

/** The members that tests compare. */
interface Received {
    text: string;
    outbound: boolean;
    conversation_state: string;
}

describe('Webhooks', () => {
    let received: Received[];
    let status: number;
    let server: Listening;
    let webhooks: Webhooks;
    let gotallo: LocalGoTallo;

    before(async () => {
        const app = express().use(express.json());
        app.post('/hook', (request, response) => {
            received.push(request.body as Received);
            response.status(status).end();
        });
        server = await listen(app);
    });
    after(() => server.close());
    beforeEach(() => {
        received = [];
        status = 204;
        webhooks = new Webhooks(TENANT);
        webhooks.url = `${server.url}/hook`;
        gotallo = new LocalGoTallo(() => Promise.resolve(), webhooks.send);
        gotallo.add(conversationWith({ messages: [writtenHoursAgo(1)] }));
    });

    async function texts(): Promise<string[]> {
        await webhooks.delivered();
        return received.map(({ text }) => text);
    }

    it('tell of a message of the customer, in the documented payload', async () => {
        const message = await gotallo.customerWrites(ID, 'hello');
        assert.deepEqual(await texts(), ['hello']);
        const { id, at } = message ?? {};
        const expected = {
            ...{ id, conversation_id: ID, tenant_id: TENANT, timestamp: at, modified_timestamp: at, agent: null },
            ...{ type: 'TEXT', status: 'RECEIVED', outbound: false, text: 'hello', count_as_inbound: true, file: null },
            ...{ platform: 'WHATSAPP', conversation_state: 'OPEN' },
            tenant: { id: TENANT, name: 'Sandbox', org_id: ORGANIZATION_ID }
        };
        assert.partialDeepStrictEqual(received[0], expected);
        assert.partialDeepStrictEqual(received[0], { chat_user: { first_name: 'Maria', last_name: 'Lopez' } });
    });

    it('tell of a message of an agent, with their name', async () => {
        await gotallo.agentWrites(ID, 'Ana Silva', 'hello');
        await webhooks.delivered();
        assert.partialDeepStrictEqual(received, [{ outbound: true, text: 'hello', agent: { name: 'Ana Silva' } }]);
    });

    it('tell of what is written in a blocked conversation', async () => {
        gotallo.changeState(ID, 'BLOCKED');
        await gotallo.customerWrites(ID, 'hello');
        await webhooks.delivered();
        assert.equal(received[0]?.conversation_state, 'BLOCKED');
    });

    it('tell that a closed conversation is open again', async () => {
        gotallo.changeState(ID, 'CLOSED');
        await gotallo.customerWrites(ID, 'hello');
        await webhooks.delivered();
        assert.equal(received[0]?.conversation_state, 'OPEN');
    });

    it('tell the state at the time of the message, whatever follows', async () => {
        const writing = gotallo.customerWrites(ID, 'hello');
        gotallo.changeState(ID, 'BLOCKED');
        await writing;
        await webhooks.delivered();
        assert.equal(received[0]?.conversation_state, 'OPEN');
    });

    it('tell nothing of a state that changes without a message', async () => {
        gotallo.changeState(ID, 'BLOCKED');
        assert.deepEqual(await texts(), []);
    });

    it('tell nothing of what the platform keeps back', async () => {
        gotallo.setOnChannel(ID, true);
        assert.equal(await gotallo.customerWrites(ID, 'hello'), null);
        assert.deepEqual(await texts(), []);
    });

    it('tell of the customer and of the bot in AUTO_BOT', async () => {
        gotallo.changeState(ID, 'AUTO_BOT');
        await gotallo.customerWrites(ID, 'hello');
        await webhooks.delivered();
        assert.deepEqual(received.map(({ outbound }) => outbound).sort(), [false, true]);
    });

    it('are not sent again when they are not taken', async () => {
        status = 503;
        await gotallo.customerWrites(ID, 'hello');
        assert.deepEqual(await texts(), ['hello']);
    });

    it('do not get in the writer’s way when nobody listens', async () => {
        const nobody = await listen(() => undefined);
        await nobody.close();
        webhooks.url = nobody.url;
        const message = await gotallo.customerWrites(ID, 'hello');
        await webhooks.delivered();
        assert.equal(message?.synced, true);
    });

    it('go nowhere while they are not set up', async () => {
        webhooks.url = null;
        await gotallo.customerWrites(ID, 'hello');
        assert.deepEqual(await texts(), []);
    });

    it('come twice when told to', async () => {
        webhooks.delivery = 'twice';
        await gotallo.customerWrites(ID, 'hello');
        assert.deepEqual(await texts(), ['hello', 'hello']);
    });

    it('come in the wrong order when told to', async () => {
        webhooks.delivery = 'out-of-order';
        for (const text of ['one', 'two', 'three']) await gotallo.customerWrites(ID, text);
        assert.deepEqual(await texts(), ['two', 'one']);
    });

    it('come in order after a reset, and what was kept back is gone', async () => {
        webhooks.delivery = 'out-of-order';
        await gotallo.customerWrites(ID, 'kept back');
        webhooks.reset();
        await gotallo.customerWrites(ID, 'hello');
        assert.deepEqual(await texts(), ['hello']);
    });
});
