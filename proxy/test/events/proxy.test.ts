import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { takesAll, TOKEN_PATH, withOwnCalls } from '../../../fakes/platform-events.ts';
import { json } from '../../../fakes/server.ts';
import { newConversation, storeForFile } from '../support/journal.ts';
import { runningApp } from '../support/running-app.ts';
import { salesforceHandler } from '../support/salesforce-handler.ts';
import { CLIENT_ID, CLIENT_SECRET, SIGN_IN } from './event-org.ts';

describe('the proxy with events', () => {
    const file = storeForFile();

    it('tells the org that a conversation is blocked, in no more than its id, state and time', async (t) => {
        const { promise: told, resolve } = Promise.withResolvers<string>();
        const takes = takesAll([]);
        const salesforce = withOwnCalls(salesforceHandler(), (request, response, number) => {
            if (request.body.includes('BLOCKED')) resolve(request.body);
            takes(request, response, number);
        });
        const app = await runningApp(t, { store: file.store, salesforce, events: SIGN_IN });
        const id = newConversation();
        const body = { reason: 'Spam', note: 'writes about Maria' };
        assert.equal((await app.call('PUT', `/v1/conversations/${id}/block`, { body })).status, 200);
        const { compositeRequest } = JSON.parse(await told) as { compositeRequest: [{ body: object }] };
        assert.deepEqual(Object.keys(compositeRequest[0].body), ['Conversation_Id__c', 'State__c', 'Changed_At__c']);
        assert.ok(compositeRequest[0].body && !(await told).includes('Maria'));
        assert.ok((await told).includes(id));
    });

    it('blocks all the same when the org gives it no token, and is ready', async (t) => {
        const salesforce = withOwnCalls(salesforceHandler(), (_, response) =>
            json(response, 400, { error: 'invalid_client' })
        );
        const app = await runningApp(t, { store: file.store, salesforce, events: SIGN_IN });
        const { status, body } = await app.call('PUT', `/v1/conversations/${newConversation()}/block`, {});
        assert.deepEqual([status, body.state], [200, 'BLOCKED']);
        assert.equal((await app.call('GET', '/readyz')).status, 200);
        assert.equal(app.log.filter(({ msg }) => String(msg).startsWith('events are not published')).length, 1);
        for (const secret of [CLIENT_ID, CLIENT_SECRET]) assert.ok(!app.lines.join().includes(secret));
    });

    it('asks for no token and tells nothing where no events are configured', async (t) => {
        const app = await runningApp(t, { store: file.store });
        await app.call('PUT', `/v1/conversations/${newConversation()}/block`, {});
        assert.ok(app.toSalesforce.every(({ url, body }) => url !== TOKEN_PATH && !body.includes('__e')));
    });
});
