import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { listen, type Listening } from '../../listen.ts';
import { EventBus } from '../../org/event-bus.ts';
import { createOrgApp } from '../../org/org-server.ts';
import { LocalOrg } from '../../org/org.ts';
import { INTEGRATION_USERNAME } from '../../org/users.ts';

const EVENT = 'GoTallo_Conversation_Changed__e';
const VALUES = { Conversation_Id__c: 'one', State__c: 'BLOCKED', Changed_At__c: '2026-11-22T10:00:00.000Z' };

describe('platform events of the local org', () => {
    const org = new LocalOrg();
    let server: Listening;

    before(async () => {
        server = await listen(createOrgApp(org));
    });
    after(() => server.close());

    async function post(path: string, body: object, username = INTEGRATION_USERNAME): Promise<[number, unknown]> {
        const user = org.findUser(username);
        assert.ok(user);
        const headers = { Authorization: `Bearer ${org.sessions.open(user)}`, 'Content-Type': 'application/json' };
        const url = `${server.url}/services/data/v66.0/${path}`;
        const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
        return [response.status, await response.json()];
    }

    it('are told to subscribers and not stored', async () => {
        const before = org.events.lastReplayId;
        const [status, body] = await post(`sobjects/${EVENT}`, VALUES);
        const { id, success, errors } = body as { id: string; success: boolean; errors: { statusCode: string }[] };
        assert.deepEqual([status, id.slice(0, 3), success], [201, 'e00', true]);
        assert.deepEqual(
            errors.map(({ statusCode }) => statusCode),
            ['OPERATION_ENQUEUED']
        );
        const [event] = org.events.since(before);
        assert.deepEqual([event?.replayId, event?.channel], [before + 1, `/event/${EVENT}`]);
        assert.equal(event?.payload['State__c'], 'BLOCKED');
        assert.deepEqual(org.records.all(EVENT), []);
    });

    it('are published several at once in a composite call, each with an answer of its own', async () => {
        const before = org.events.lastReplayId;
        const url = `/services/data/v66.0/sobjects/${EVENT}`;
        const [, body] = await post('composite', {
            compositeRequest: [
                { method: 'POST', url, referenceId: 'a', body: VALUES },
                { method: 'POST', url, referenceId: 'b', body: { Nothing__c: 1 } },
                { method: 'POST', url: `${url}/`, referenceId: 'c', body: VALUES }
            ]
        });
        const { compositeResponse } = body as { compositeResponse: { httpStatusCode: number }[] };
        assert.deepEqual(
            compositeResponse.map(({ httpStatusCode }) => httpStatusCode),
            [201, 400, 201]
        );
        assert.equal(org.events.since(before).length, 2);
    });

    it('are refused to a user who may not create them', async () => {
        const before = org.events.lastReplayId;
        const [status, body] = await post(`sobjects/${EVENT}`, VALUES, 'dana.fox@sandbox.example');
        assert.deepEqual(
            [status, (body as [{ errorCode: string }])[0].errorCode],
            [403, 'INSUFFICIENT_ACCESS_OR_READONLY']
        );
        assert.deepEqual(org.events.since(before), []);
    });

    it('are all that their user may create or see', async () => {
        const [status] = await post('sobjects/Lead', { Name: 'Maria Lopez' });
        assert.equal(status, 403);
        org.records.insert('Lead', { Name: 'Maria Lopez' });
        const user = org.findUser(INTEGRATION_USERNAME);
        assert.ok(user);
        assert.deepEqual(org.viewOf(user).rows('Lead'), []);
    });
});

describe('the event bus', () => {
    const publish = (bus: EventBus, values = VALUES) => bus.publish(EVENT, values, '005');

    it('tells whoever waits of the next event, and at once of one that is there', async () => {
        const bus = new EventBus();
        const { signal } = new AbortController();
        const waiting = bus.waitSince(0, signal);
        const event = publish(bus);
        assert.deepEqual(await waiting, [event]);
        assert.deepEqual(await bus.waitSince(0, signal), [event]);
    });

    it('tells nothing to those who give up waiting', async () => {
        const bus = new EventBus();
        const abort = new AbortController();
        const waiting = bus.waitSince(0, abort.signal);
        abort.abort();
        assert.deepEqual(await waiting, []);
        assert.deepEqual(await bus.waitSince(0, abort.signal), []);
    });

    it('tells nothing to those who stopped listening', () => {
        const bus = new EventBus();
        const told: number[] = [];
        const stop = bus.listen(({ replayId }) => told.push(replayId));
        publish(bus);
        stop();
        publish(bus);
        assert.deepEqual(told, [1]);
    });

    it('keeps the newest thousand', () => {
        const bus = new EventBus();
        for (let count = 0; count < 1_005; count += 1) publish(bus);
        assert.deepEqual([bus.since(0).length, bus.since(0)[0]?.replayId, bus.lastReplayId], [1_000, 6, 1_005]);
    });
});
