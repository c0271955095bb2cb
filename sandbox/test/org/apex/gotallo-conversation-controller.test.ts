import assert from 'node:assert/strict';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { after, before, beforeEach, describe, it } from 'node:test';
import { listen, type Listening } from '../../../listen.ts';
import {
    GoTalloConversationController,
    type AuraParameters
} from '../../../org/apex/gotallo-conversation-controller.ts';
import { NamedCredential } from '../../../org/apex/named-credential.ts';
import { createOrgApp } from '../../../org/org-server.ts';
import { LocalOrg } from '../../../org/org.ts';
import { ORGANIZATION_ID } from '../../../org/users.ts';

const ID = '6f9619ff-8b86-4d01-b42d-00cf4fc964ff';
const BLOCK = '0f8fad5b-d9cb-469f-a165-70867728950e';
const HEX = ID.replaceAll('-', '');

interface Call {
    method: string | undefined;
    url: string | undefined;
    headers: IncomingHttpHeaders;
    body: string;
}

interface Answer {
    status: number;
    body: string;
    headers?: Record<string, string>;
}

describe('GoTalloConversationController in the sandbox', () => {
    const org = new LocalOrg();
    const ana = org.findUser('ana.silva@sandbox.example');
    let orgServer: Listening;
    let upstream: Server;
    let calls: Call[];
    let answers: Answer[];
    let leadId: string;
    let controller: GoTalloConversationController;

    before(async () => {
        orgServer = await listen(createOrgApp(org));
        upstream = createServer((request, response) => {
            void request.toArray().then((chunks: Buffer[]) => {
                const { method, url, headers } = request;
                calls.push({ method, url, headers, body: Buffer.concat(chunks).toString() });
                const answer = answers.shift() ?? { status: 200, body: '{"id":"view"}' };
                response.writeHead(answer.status, answer.headers).end(answer.body);
            });
        }).listen(0, '127.0.0.1');
        await once(upstream, 'listening');
    });
    after(async () => {
        upstream.close();
        await orgServer.close();
    });
    beforeEach(() => {
        calls = [];
        answers = [];
        org.reset();
        leadId = org.records.insert('Lead', { Social25__Heroku_Conversation_Id__c: HEX.toUpperCase() }).Id;
        const credential = new NamedCredential(() => orgServer.url);
        credential.url = `http://127.0.0.1:${(upstream.address() as AddressInfo).port}`;
        controller = new GoTalloConversationController(org, credential);
    });

    async function run(method: string, parameters: AuraParameters): Promise<object> {
        assert.ok(ana);
        const result = await controller.run(method, parameters, ana);
        assert.ok(result && 'view' in result, JSON.stringify(result));
        return result.view;
    }

    /** Whom the view names where GoTallo told that name. */
    async function nameFor(parameters: AuraParameters, told: string | null): Promise<unknown> {
        answers = [{ status: 200, body: JSON.stringify({ customer: { name: told } }) }];
        return ((await run('getConversation', parameters)) as { customer: object }).customer;
    }

    async function errorOf(method: string, parameters: AuraParameters): Promise<Record<string, unknown>> {
        assert.ok(ana);
        const result = await controller.run(method, parameters, ana);
        assert.ok(result && 'error' in result, 'it was not refused');
        return JSON.parse(result.error) as Record<string, unknown>;
    }

    it('asks the proxy with the dashed id and the agent’s own token', async () => {
        assert.deepEqual(await run('getConversation', { recordId: leadId }), { id: 'view' });
        const [call] = calls;
        const token = String(call?.headers.authorization).replace('Bearer ', '');
        assert.equal(call?.url, `/v1/conversations/${ID}`);
        assert.equal(call?.headers['x-salesforce-org-id'], ORGANIZATION_ID);
        assert.equal(org.sessions.userOf(token)?.name, 'Ana Silva');
    });

    it('names whom the record names, where GoTallo tells no name', async () => {
        const named = org.records.insert('Lead', { Name: 'Tom Becker', Social25__Heroku_Conversation_Id__c: HEX }).Id;
        assert.deepEqual(await nameFor({ recordId: named }, null), { name: 'Tom Becker' });
        assert.deepEqual(await nameFor({ recordId: named }, 'Tommy'), { name: 'Tommy' });
    });

    it('names the contact of a case, and never takes its number for a name', async () => {
        const contact = org.records.insert('Contact', { Name: 'Priya Nair', GoTallo_Conversation_Id__c: HEX }).Id;
        const fields = { CaseNumber: '00001026', Subject: HEX };
        const byContact = org.records.insert('Case', { ...fields, ContactId: contact }).Id;
        const without = org.records.insert('Case', fields).Id;
        const named = { name: 'Priya Nair' };
        assert.deepEqual(await nameFor({ recordId: byContact }, null), named);
        assert.deepEqual(await nameFor({ recordId: byContact, conversationIdField: 'Subject' }, null), named);
        assert.deepEqual(await nameFor({ recordId: without, conversationIdField: 'Subject' }, null), { name: null });
    });

    it('takes the name of a message for nobody', async () => {
        const message = { Name: 'HM-000042', Social25__Chat_Identifier__c: HEX };
        const recordId = org.records.insert('Social25__Heroku_Message__c', message).Id;
        assert.deepEqual(await nameFor({ recordId }, null), { name: null });
    });

    it('sends reason, note and end only when they are given', async () => {
        const parameters = { recordId: leadId, conversationId: ID, reason: 'Spam', note: ' ' };
        await run('blockConversation', parameters);
        await run('blockConversation', { recordId: leadId, conversationId: ID, untilTime: '2026-08-01T12:00:00Z' });
        assert.deepEqual([calls[0]?.method, calls[0]?.body], ['PUT', '{"reason":"Spam"}']);
        assert.equal(calls[1]?.body, '{"until":"2026-08-01T12:00:00Z"}');
    });

    it('takes away what is blank when a block is changed', async () => {
        const parameters = { recordId: leadId, conversationId: ID, reason: 'Spam', note: ' ', blockId: BLOCK };
        await run('updateBlock', parameters);
        assert.deepEqual(
            [calls[0]?.method, calls[0]?.url, calls[0]?.body],
            ['PUT', `/v1/conversations/${ID}/block`, `{"reason":"Spam","note":null,"until":null,"blockId":"${BLOCK}"}`]
        );
    });

    it('sets a state by name', async () => {
        await run('changeState', { recordId: leadId, conversationId: ID, state: 'CLOSED' });
        assert.deepEqual(
            [calls[0]?.method, calls[0]?.url, calls[0]?.body],
            ['PUT', `/v1/conversations/${ID}/state`, '{"state":"CLOSED"}']
        );
    });

    it('takes back the operation that is named', async () => {
        await run('undo', { recordId: leadId, conversationId: ID, operationId: 'operation-1' });
        assert.deepEqual(
            [calls[0]?.method, calls[0]?.url, calls[0]?.body],
            ['POST', `/v1/conversations/${ID}/undo`, '{"operationId":"operation-1"}']
        );
    });

    it('asks for the history of the conversation', async () => {
        answers = [{ status: 200, body: '{"operations":[]}' }];
        assert.deepEqual(await run('getHistory', { recordId: leadId, conversationId: ID }), { operations: [] });
        assert.deepEqual([calls[0]?.method, calls[0]?.url], ['GET', `/v1/conversations/${ID}/history`]);
    });

    it('asks for the page of the history after a cursor, which is one value whatever is in it', async () => {
        answers = [{ status: 200, body: '{"operations":[]}' }];
        await run('getHistory', { recordId: leadId, conversationId: ID, cursor: '41&limit=1' });
        assert.equal(calls[0]?.url, `/v1/conversations/${ID}/history?cursor=41%26limit%3D1`);
    });

    it('unblocks with DELETE, and with no body where no note is given', async () => {
        await run('unblockConversation', { recordId: leadId, conversationId: HEX });
        await run('unblockConversation', { recordId: leadId, conversationId: HEX, note: ' ' });
        for (const call of calls) {
            assert.deepEqual([call.method, call.url, call.body], ['DELETE', `/v1/conversations/${ID}/block`, '']);
            assert.equal(call.headers['content-type'], undefined);
        }
    });

    it('sends a note with DELETE when it is given', async () => {
        await run('unblockConversation', { recordId: leadId, conversationId: HEX, note: 'a known customer' });
        assert.deepEqual([calls[0]?.method, calls[0]?.body], ['DELETE', '{"note":"a known customer"}']);
        assert.equal(calls[0]?.headers['content-type'], 'application/json');
    });

    it('says with PUT what the platform shows, and with which version it was seen', async () => {
        await run('resolveNativeBlock', { recordId: leadId, conversationId: ID, status: 'not-blocked', version: '7' });
        assert.deepEqual(
            [calls[0]?.method, calls[0]?.url, calls[0]?.body],
            ['PUT', `/v1/conversations/${ID}/native-block`, '{"status":"not-blocked","version":"7"}']
        );
    });

    it('asks with POST, and without a body, that the channel be asked once more', async () => {
        await run('retryNativeBlock', { recordId: leadId, conversationId: ID });
        assert.deepEqual(
            [calls[0]?.method, calls[0]?.url, calls[0]?.body],
            ['POST', `/v1/conversations/${ID}/native-block/retry`, '']
        );
    });

    for (const version of [undefined, null, '', ' ']) {
        it(`leaves out a version that is not known (${JSON.stringify(version)})`, async () => {
            await run('resolveNativeBlock', { recordId: leadId, conversationId: ID, status: 'blocked', version });
            assert.equal(calls[0]?.body, '{"status":"blocked"}');
        });
    }

    it('follows the path that the admin named', async () => {
        const { Id: ContactId } = org.records.insert('Contact', { GoTallo_Conversation_Id__c: HEX });
        const { Id: recordId } = org.records.insert('Case', { ContactId });
        await run('getConversation', { recordId, conversationIdField: 'contact.gotallo_conversation_id__c' });
        assert.equal(calls[0]?.url, `/v1/conversations/${ID}`);
    });

    it('reads the known field of an object when the admin named none', async () => {
        const { Id: ContactId } = org.records.insert('Contact', { GoTallo_Conversation_Id__c: HEX });
        const records = [
            org.records.insert('Social25__Heroku_Message__c', { Social25__Chat_Identifier__c: HEX }),
            org.records.insert('Case', { ContactId })
        ];
        for (const { Id: recordId } of records) await run('getConversation', { recordId, conversationIdField: ' ' });
        assert.deepEqual(
            calls.map((call) => call.url),
            records.map(() => `/v1/conversations/${ID}`)
        );
    });

    it('gets a new token once when the proxy says that the old one is invalid', async () => {
        await run('getConversation', { recordId: leadId });
        answers = [{ status: 401, body: '{"code":"invalid-token"}' }];
        await run('getConversation', { recordId: leadId });
        const tokens = calls.map((call) => call.headers.authorization);
        assert.equal(calls.length, 3);
        assert.notEqual(tokens[1], tokens[2]);
    });

    it('does not repeat a call whose fresh token is refused', async () => {
        answers = [{ status: 401, body: '{"code":"invalid-token"}' }];
        assert.equal((await errorOf('getConversation', { recordId: leadId }))['code'], 'invalid-token');
        assert.equal(calls.length, 1);
    });

    const recordRefusals: [string, string, () => AuraParameters][] = [
        ['no-conversation-id', 'a record without one', () => ({ recordId: org.records.insert('Lead', {}).Id })],
        ['record-not-found', 'a record that is gone', () => ({ recordId: '00Q5g00000zzzzzAAA' })],
        ['record-not-found', 'something that is no record id', () => ({ recordId: 'nonsense' })],
        [
            'object-not-supported',
            'an object without a known field',
            () => ({ recordId: org.records.insert('Account', {}).Id })
        ],
        [
            'conversation-field-unusable',
            'an unknown field',
            () => ({ recordId: leadId, conversationIdField: 'Nope__c' })
        ],
        [
            'conversation-field-unusable',
            'an unknown path',
            () => ({ recordId: leadId, conversationIdField: 'Friend.Id' })
        ],
        [
            'conversation-field-unusable',
            'a field that is not text',
            () => ({ recordId: leadId, conversationIdField: 'Phone' })
        ],
        [
            'invalid-conversation-id',
            'a field with other text',
            () => ({ recordId: leadId, conversationIdField: 'Company' })
        ],
        [
            'no-conversation-id',
            'an empty field that the admin named',
            () => ({ recordId: leadId, conversationIdField: 'LastName' })
        ]
    ];
    for (const [code, what, parameters] of recordRefusals) {
        it(`answers ${code} for ${what}, without a call`, async () => {
            const lead = { Name: 'x', Company: 'Acme', Social25__Heroku_Conversation_Id__c: HEX };
            leadId = org.records.insert('Lead', lead).Id;
            const error = await errorOf('getConversation', parameters());
            assert.equal(error['code'], code);
            assert.match(String(error['message']), /\w+ \w+/);
            assert.equal(calls.length, 0);
        });
    }

    const methodsForOneConversation = [
        'blockConversation',
        'updateBlock',
        'unblockConversation',
        'changeState',
        'undo',
        'resolveNativeBlock',
        'retryNativeBlock',
        'getHistory'
    ];
    for (const method of methodsForOneConversation) {
        it(`refuses ${method} when the record points to another conversation than the agent saw`, async () => {
            const parameters = { recordId: leadId, conversationId: ID.replace('6f', '7f') };
            assert.equal((await errorOf(method, parameters))['code'], 'conversation-changed');
            assert.equal(calls.length, 0);
        });

        it(`refuses ${method} without the conversation that the agent saw`, async () => {
            assert.equal((await errorOf(method, { recordId: leadId }))['code'], 'invalid-conversation-id');
            assert.equal(calls.length, 0);
        });
    }

    const answerRefusals: [string, Answer][] = [
        ['no-permission', { status: 403, body: '{"code":"no-permission"}' }],
        ['native-block-known', { status: 409, body: '{"code":"native-block-known"}' }],
        ['native-block-changed', { status: 409, body: '{"code":"native-block-changed"}' }],
        ['native-block-not-possible', { status: 409, body: '{"code":"native-block-not-possible"}' }],
        ['undo-not-possible', { status: 409, body: '{"code":"undo-not-possible"}' }],
        ['end-in-past', { status: 422, body: '{"code":"end-in-past"}' }],
        ['gotallo-unavailable', { status: 503, body: '{"code":"gotallo-unavailable"}' }],
        ['proxy-timeout', { status: 504, body: '<html>gateway</html>' }],
        ['proxy-unreachable', { status: 502, body: '' }],
        ['unexpected-answer', { status: 200, body: '<html>hello</html>' }],
        ['unexpected-answer', { status: 200, body: '[]' }],
        ['unexpected-answer', { status: 418, body: '{"code":"teapot"}' }]
    ];
    for (const [code, answer] of answerRefusals) {
        it(`answers ${code} for status ${answer.status} with ${answer.body || 'nothing'}`, async () => {
            answers = [answer];
            assert.equal((await errorOf('getConversation', { recordId: leadId }))['code'], code);
        });
    }

    it('passes on what the proxy says beside the code', async () => {
        const problem = { code: 'too-many-requests', requestId: 'r-1', view: { id: ID } };
        answers = [{ status: 429, body: JSON.stringify(problem), headers: { 'Retry-After': '7' } }];
        const { message, ...rest } = await errorOf('getConversation', { recordId: leadId });
        assert.deepEqual(rest, { ...problem, adminMessage: null, retryAfterSeconds: 7 });
        assert.ok(message);
    });

    it('names the permission to say what the channel shows to who lacks it', async () => {
        answers = [{ status: 403, body: '{"code":"no-permission"}' }];
        const parameters = { recordId: leadId, conversationId: ID, status: 'blocked' };
        assert.match(String((await errorOf('resolveNativeBlock', parameters))['message']), /“GoTallo Supervisor”/);
    });

    it('answers not-connected when the user can get no token', async () => {
        org.fault = 'unavailable';
        assert.equal((await errorOf('getConversation', { recordId: leadId }))['code'], 'not-connected');
    });

    it('has no other methods', async () => {
        assert.ok(ana);
        for (const name of ['deleteEverything', 'toString', '']) {
            assert.equal(await controller.run(name, {}, ana), undefined);
        }
    });
});
