import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import express from 'express';
import { listen, type Listening } from '../../listen.ts';
import { LocalOrg } from '../../org/org.ts';
import { eventsRouter } from '../../page/events-router.ts';
import type { EventsSince } from '../../page/page-data.ts';

const EVENT = 'GoTallo_Conversation_Changed__e';
const CHANNEL = `/event/${EVENT}`;
const ANA = 'ana.silva@sandbox.example';

describe('/sandbox/events', () => {
    const org = new LocalOrg();
    const delivery = { isOn: true };
    let server: Listening;

    before(async () => {
        server = await listen(express().use('/sandbox', eventsRouter(org, delivery)));
    });
    after(() => server.close());
    beforeEach(() => {
        delivery.isOn = true;
    });

    async function ask(query: Record<string, string>, user = ANA): Promise<{ status: number; answer: EventsSince }> {
        const url = `${server.url}/sandbox/events?${new URLSearchParams(query)}`;
        const response = await fetch(url, { headers: { 'X-Sandbox-User': user } });
        return { status: response.status, answer: (await response.json()) as EventsSince };
    }

    it('tells where the stream stands, and nothing of before', async () => {
        const { replayId } = org.events.publish(EVENT, { State__c: 'OPEN' }, '005');
        assert.deepEqual(await ask({ channel: CHANNEL }), { status: 200, answer: { last: replayId, events: [] } });
    });

    it('gives every event after the last one that was seen, in their order', async () => {
        const { replayId } = org.events.publish(EVENT, { State__c: 'OPEN' }, '005');
        org.events.publish(EVENT, { State__c: 'BLOCKED' }, '005');
        org.events.publish(EVENT, { State__c: 'CLOSED' }, '005');
        const { answer } = await ask({ channel: CHANNEL, after: String(replayId) });
        assert.deepEqual(
            answer.events.map(({ payload }) => payload['State__c']),
            ['BLOCKED', 'CLOSED']
        );
    });

    it('gives no events of another channel', async () => {
        const { last } = (await ask({ channel: CHANNEL })).answer;
        org.events.publish('Other__e', {}, '005');
        assert.deepEqual((await ask({ channel: CHANNEL, after: String(last) })).answer.events, []);
    });

    const refusals: [string, Record<string, string>, string, number][] = [
        ['a user who may not read the event', { channel: CHANNEL }, 'gotallo.sync@sandbox.example', 403],
        ['nobody', { channel: CHANNEL }, 'no.body@sandbox.example', 401],
        ['an event that there is not', { channel: '/event/Other__e' }, ANA, 403],
        ['what is no channel of an event', { channel: '/topic/Cases' }, ANA, 403],
        ['no channel', {}, ANA, 403],
        ['a replay id that is none', { channel: CHANNEL, after: 'x' }, ANA, 400]
    ];
    for (const [what, query, user, status] of refusals) {
        it(`refuses ${what}`, async () => {
            assert.equal((await ask(query, user)).status, status);
        });
    }

    it('refuses everybody while events are switched off', async () => {
        delivery.isOn = false;
        assert.equal((await ask({ channel: CHANNEL })).status, 503);
    });
});
