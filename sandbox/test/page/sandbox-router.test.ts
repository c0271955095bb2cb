import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import express from 'express';
import { SandboxClock } from '../../clock/sandbox-clock.ts';
import { FAULT_KINDS } from '../../gotallo/fault-switch.ts';
import { LocalGoTallo } from '../../gotallo/local-gotallo.ts';
import { listen, type Listening } from '../../listen.ts';
import { ORG_FAULTS } from '../../org/org-fault.ts';
import { LocalOrg } from '../../org/org.ts';
import { AppBuilder } from '../../page/app-builder.ts';
import type { Switches } from '../../page/page-data.ts';
import type { SandboxTime } from '../../page/sandbox-parts.ts';
import { sandboxRouter } from '../../page/sandbox-router.ts';
import { CONVERSATION_ID, conversationWith } from '../support/conversation.ts';

const SWITCHES: Switches = {
    gotallo: 'slow',
    seconds: 7,
    org: 'unavailable',
    blockedExcluded: false,
    platformEvents: false
};
const MESSAGES = `/conversations/${CONVERSATION_ID}/customer-messages`;
const AGENT_MESSAGES = `/conversations/${CONVERSATION_ID}/agent-messages`;
const PLATFORM = `/conversations/${CONVERSATION_ID}/native-block`;

describe('/sandbox', () => {
    const org = new LocalOrg();
    const gotallo = new LocalGoTallo(() => Promise.resolve());
    const builder = new AppBuilder();
    const delivery = { isOn: true };
    const clock = new SandboxClock();
    const time: SandboxTime = {
        ahead: () => clock.ahead,
        move: (milliseconds) => Promise.resolve(void (clock.ahead += milliseconds))
    };
    let server: Listening;

    before(async () => {
        const nothing = () => Promise.resolve();
        const parts = { org, gotallo, builder, delivery, time, seeded: () => [], reset: nothing, breakSetup: nothing };
        server = await listen(express().use('/sandbox', sandboxRouter(parts)));
    });
    after(() => server.close());
    beforeEach(() => {
        org.reset();
        org.fault = 'none';
        delivery.isOn = true;
        clock.ahead = 0;
        builder.reset();
        gotallo.reset();
        gotallo.add(conversationWith());
    });

    async function send(method: string, path: string, body: string, type = 'application/json') {
        const init = { method, headers: { 'Content-Type': type }, body };
        const response = await fetch(`${server.url}/sandbox${path}`, init);
        return { status: response.status, answer: (await response.json()) as Record<string, unknown> };
    }

    async function switches(): Promise<unknown> {
        return (await fetch(`${server.url}/sandbox/switches`)).json();
    }

    it('sets every switch', async () => {
        assert.deepEqual(await send('PUT', '/switches', JSON.stringify(SWITCHES)), { status: 200, answer: SWITCHES });
        assert.deepEqual(await switches(), SWITCHES);
        assert.deepEqual([gotallo.faults.kind, org.fault, delivery.isOn], ['slow', 'unavailable', false]);
    });

    for (const name of FAULT_KINDS) {
        it(`has a switch for GoTallo's fault ${name}`, async () => {
            await send('PUT', '/switches', JSON.stringify({ ...SWITCHES, gotallo: name }));
            assert.equal(gotallo.faults.kind, name);
        });
    }

    for (const name of ORG_FAULTS) {
        it(`has a switch for Salesforce's fault ${name}`, async () => {
            await send('PUT', '/switches', JSON.stringify({ ...SWITCHES, org: name }));
            assert.equal(org.fault, name);
        });
    }

    const switchFaults: [string, object, RegExp][] = [
        ['an unknown fault of GoTallo', { ...SWITCHES, gotallo: 'nonsense' }, /"gotallo" must be one of: none, slow/],
        ['an unknown fault of Salesforce', { ...SWITCHES, org: 'nonsense' }, /"org" must be one of: none, unavail/],
        ['seconds that are no number', { ...SWITCHES, seconds: 'soon' }, /"seconds" must be a whole number/],
        ['seconds below 0', { ...SWITCHES, seconds: -1 }, /"seconds" must be a whole number/],
        ['parts of a second', { ...SWITCHES, seconds: 0.5 }, /"seconds" must be a whole number/],
        ['seconds without end', { ...SWITCHES, seconds: 1e9 }, /"seconds" must be a whole number/],
        ['text for yes or no', { ...SWITCHES, blockedExcluded: 'no' }, /"blockedExcluded" must be true or false/],
        ['text for platform events', { ...SWITCHES, platformEvents: 'off' }, /"platformEvents" must be true or false/],
        ['nothing said', {}, /"gotallo".*"seconds".*"org".*"blockedExcluded"/]
    ];
    for (const [what, body, words] of switchFaults) {
        it(`refuses ${what}, and no switch is changed`, async () => {
            const before = await switches();
            const { status, answer } = await send('PUT', '/switches', JSON.stringify(body));
            assert.equal(status, 400);
            assert.match(String(answer['detail']), words);
            assert.deepEqual(await switches(), before);
        });
    }

    it('takes a message of the customer', async () => {
        const { status } = await send('POST', MESSAGES, JSON.stringify({ text: 'hello' }));
        assert.equal(status, 201);
        assert.deepEqual(
            gotallo.conversation(CONVERSATION_ID).messages.map(({ text, outbound }) => [text, outbound]),
            [['hello', false]]
        );
    });

    const messageFaults: [string, string, object, RegExp][] = [
        ['a message without text', MESSAGES, {}, /"text" must be text/],
        ['a message of blanks', MESSAGES, { text: ' \n' }, /"text" must be text/],
        ['a message that is no text', MESSAGES, { text: { a: 1 } }, /"text" must be text/],
        ['a message without end', MESSAGES, { text: 'x'.repeat(4097) }, /1 to 4096 characters/],
        ['an agent without a name', AGENT_MESSAGES, { text: 'hello' }, /"agentName" must be text/],
        ['an agent without words', AGENT_MESSAGES, { agentName: 'Ana Silva' }, /"text" must be text/]
    ];
    for (const [what, path, body, words] of messageFaults) {
        it(`refuses ${what}, and nobody has written`, async () => {
            const { status, answer } = await send('POST', path, JSON.stringify(body));
            assert.equal(status, 400);
            assert.match(String(answer['detail']), words);
            assert.deepEqual(gotallo.conversation(CONVERSATION_ID).messages, []);
        });
    }

    it('changes what the platform does', async () => {
        assert.equal((await send('PUT', PLATFORM, '{"isBlocked":true}')).status, 200);
        assert.equal(gotallo.conversation(CONVERSATION_ID).isNativeBlocked, true);
    });

    it('does not take text for a block on the platform', async () => {
        const { status, answer } = await send('PUT', PLATFORM, '{"isBlocked":"false"}');
        assert.deepEqual([status, answer], [400, { detail: '"isBlocked" must be true or false.' }]);
        assert.equal(gotallo.conversation(CONVERSATION_ID).isNativeBlocked, false);
    });

    it('says that there is no such conversation', async () => {
        const path = MESSAGES.replace(CONVERSATION_ID, 'nobody');
        assert.deepEqual(await send('POST', path, '{"text":"hello"}'), {
            status: 404,
            answer: { detail: 'Not found.' }
        });
    });

    it('moves time forward, and tells pages by how much it is ahead', async () => {
        const { status, answer } = await send('POST', '/time', '{"milliseconds":3600000}');
        assert.deepEqual([status, answer], [200, { timeAhead: 3_600_000 }]);
        await send('POST', '/time', '{"milliseconds":1000}');
        const pulse = (await (await fetch(`${server.url}/sandbox/pulse`)).json()) as { timeAhead: number };
        assert.equal(pulse.timeAhead, 3_601_000);
    });

    for (const milliseconds of [-1, 0, 0.5, 1e12, 'soon', null]) {
        it(`does not move time by ${JSON.stringify(milliseconds)}`, async () => {
            const { status, answer } = await send('POST', '/time', JSON.stringify({ milliseconds }));
            assert.equal(status, 400);
            assert.match(String(answer['detail']), /"milliseconds" must be a whole number from 1 to 31 days/);
            assert.equal(clock.ahead, 0);
        });
    }

    const addresses: [string, string][] = [
        ['PUT', '/switches'],
        ['POST', '/time'],
        ['PUT', '/pages/Lead'],
        ['POST', MESSAGES],
        ['POST', AGENT_MESSAGES],
        ['PUT', PLATFORM]
    ];
    const bodies: [string, string, string, number, RegExp][] = [
        ['a body that is not JSON', '{"text":', 'application/json', 400, /^The request body is not valid JSON\.$/],
        ['a list', '[]', 'application/json', 400, /must be a JSON object/],
        ['another media type', 'text=hello', 'text/plain', 400, /with Content-Type application\/json/],
        ['a body far too large', `"${'x'.repeat(200_000)}"`, 'application/json', 413, /too large/]
    ];
    for (const [method, path] of addresses) {
        for (const [what, body, type, status, words] of bodies) {
            it(`answers ${what} at ${path.split('/').at(-1)} with ${status} and a sentence`, async () => {
                const refused = await send(method, path, body, type);
                assert.equal(refused.status, status);
                assert.match(String(refused.answer['detail']), words);
            });
        }
    }
});
