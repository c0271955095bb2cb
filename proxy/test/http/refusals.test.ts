import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { newConversation, storeForFile } from '../support/journal.ts';
import { assertProblem } from '../support/problem.ts';
import { herokuMessage, runningApp, type CallOptions } from '../support/running-app.ts';
import { TOKENS } from '../support/salesforce-handler.ts';

const UUID = '0f8fad5b-d9cb-469f-a165-70867728950e';
const BLOCK = `/v1/conversations/${UUID}/block`;
const STATE = `/v1/conversations/${UUID}/state`;
const NATIVE_BLOCK = `/v1/conversations/${UUID}/native-block`;

interface Refusal {
    what: string;
    method: string;
    path: string;
    options?: CallOptions;
    status: number;
    code: string;
    detail?: RegExp;
}

const REFUSALS: Refusal[] = [
    { what: 'no token', method: 'GET', path: BLOCK, options: { token: null }, status: 401, code: 'invalid-token' },
    {
        what: 'an expired token',
        method: 'PUT',
        path: BLOCK,
        options: { token: '00D000000000001!old' },
        status: 401,
        code: 'invalid-token'
    },
    {
        what: 'a token that is none',
        method: 'PUT',
        path: BLOCK,
        options: { token: 'two words' },
        status: 401,
        code: 'invalid-token'
    },
    {
        what: 'a token of another org',
        method: 'PUT',
        path: BLOCK,
        options: { token: TOKENS.foreign },
        status: 403,
        code: 'wrong-org'
    },
    {
        what: 'a token that begins with the id of another org',
        method: 'PUT',
        path: BLOCK,
        options: { token: '00D000000000009!foreign.token.AQ4AQ' },
        status: 401,
        code: 'invalid-token'
    },
    {
        what: 'an org nobody configured',
        method: 'PUT',
        path: BLOCK,
        options: { headers: { 'X-Salesforce-Org-Id': '00D000000000007EAA' } },
        status: 403,
        code: 'wrong-org'
    },
    {
        what: 'an org id that is none',
        method: 'PUT',
        path: BLOCK,
        options: { headers: { 'X-Salesforce-Org-Id': 'acme' } },
        status: 400,
        code: 'malformed-request',
        detail: /X-Salesforce-Org-Id/
    },
    {
        what: 'a portal user',
        method: 'GET',
        path: `/v1/conversations/${UUID}`,
        options: { token: TOKENS.portal },
        status: 403,
        code: 'user-type-not-allowed'
    },
    {
        what: 'an agent without permission',
        method: 'PUT',
        path: BLOCK,
        options: { token: TOKENS.robin },
        status: 403,
        code: 'no-permission'
    },
    {
        what: 'history without permission',
        method: 'GET',
        path: `/v1/conversations/${UUID}/history`,
        options: { token: TOKENS.robin },
        status: 403,
        code: 'no-permission'
    },
    {
        what: 'a malformed id',
        method: 'GET',
        path: '/v1/conversations/1234',
        status: 400,
        code: 'malformed-request',
        detail: /32 hex digits/
    },
    {
        what: 'an id with SOQL in it',
        method: 'GET',
        path: "/v1/conversations/x'%20OR%20''='",
        status: 400,
        code: 'malformed-request'
    },
    {
        what: 'an id that cannot be decoded',
        method: 'GET',
        path: '/v1/conversations/%zz',
        status: 400,
        code: 'malformed-request'
    },
    {
        what: 'a body that is not JSON',
        method: 'PUT',
        path: BLOCK,
        options: { body: '{"reason":' },
        status: 400,
        code: 'malformed-request',
        detail: /JSON/
    },
    {
        what: 'a body that is a list',
        method: 'PUT',
        path: BLOCK,
        options: { body: [] },
        status: 400,
        code: 'malformed-request',
        detail: /object/
    },
    {
        what: 'a body that is null',
        method: 'PUT',
        path: BLOCK,
        options: { body: 'null' },
        status: 400,
        code: 'malformed-request',
        detail: /object/
    },
    {
        what: 'a body of another type',
        method: 'PUT',
        path: BLOCK,
        options: { body: 'reason=Spam', headers: { 'Content-Type': 'text/plain' } },
        status: 415,
        code: 'unsupported-media-type'
    },
    {
        what: 'a body in another character set',
        method: 'PUT',
        path: BLOCK,
        options: { body: {}, headers: { 'Content-Type': 'application/json; charset=klingon' } },
        status: 415,
        code: 'unsupported-media-type'
    },
    {
        what: 'a body in an encoding that nobody knows',
        method: 'PUT',
        path: BLOCK,
        options: { body: {}, headers: { 'Content-Encoding': 'zzz' } },
        status: 415,
        code: 'unsupported-media-type'
    },
    ...['gzip', 'deflate', 'br', 'zstd'].map((encoding) => ({
        what: `a body that says ${encoding} and is not`,
        method: 'PUT',
        path: BLOCK,
        options: { body: { note: 'plain' }, headers: { 'Content-Encoding': encoding } },
        status: 400,
        code: 'malformed-request',
        detail: /not what its Content-Encoding says/
    })),
    {
        what: 'a body far too large',
        method: 'PUT',
        path: BLOCK,
        options: { body: { note: 'x'.repeat(100_000) } },
        status: 413,
        code: 'body-too-large',
        detail: /at most 64 kB/
    },
    {
        what: 'a note of 10,000 characters',
        method: 'PUT',
        path: BLOCK,
        options: { body: { note: '\u00e9'.repeat(10_000) } },
        status: 422,
        code: 'invalid-field',
        detail: /"note".*2000/
    },
    {
        what: 'a reason that is too long',
        method: 'PUT',
        path: BLOCK,
        options: { body: { reason: 'x'.repeat(101) } },
        status: 422,
        code: 'invalid-field',
        detail: /"reason".*100/
    },
    {
        what: 'a reason that is no text',
        method: 'PUT',
        path: BLOCK,
        options: { body: { reason: 7 } },
        status: 422,
        code: 'invalid-field',
        detail: /"reason"/
    },
    {
        what: 'a note with U+0000',
        method: 'PUT',
        path: BLOCK,
        options: { body: { note: 'a\u0000b' } },
        status: 422,
        code: 'invalid-field',
        detail: /U\+0000/
    },
    {
        what: 'a word with an unblock that is too long',
        method: 'DELETE',
        path: BLOCK,
        options: { body: { note: 'x'.repeat(2001) } },
        status: 422,
        code: 'invalid-field',
        detail: /"note".*2000/
    },
    {
        what: 'an unblock with what only a block has',
        method: 'DELETE',
        path: BLOCK,
        options: { body: { note: 'known', reason: 'Spam' } },
        status: 422,
        code: 'invalid-field',
        detail: /"reason" is not a field/
    },
    {
        what: 'an unblock whose body is no JSON',
        method: 'DELETE',
        path: BLOCK,
        options: { body: '{"note":' },
        status: 400,
        code: 'malformed-request'
    },
    {
        what: 'an unblock whose body is of another type',
        method: 'DELETE',
        path: BLOCK,
        options: { body: 'note=known', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } },
        status: 415,
        code: 'unsupported-media-type'
    },
    {
        what: 'an unknown field',
        method: 'PUT',
        path: BLOCK,
        options: { body: { reson: 'Spam' } },
        status: 422,
        code: 'invalid-field',
        detail: /"reson"/
    },
    {
        what: 'a block whose end has no offset',
        method: 'PUT',
        path: BLOCK,
        options: { body: { until: '2030-01-01T00:00:00' } },
        status: 422,
        code: 'invalid-field',
        detail: /"until"/
    },
    {
        what: 'BLOCKED as a state',
        method: 'PUT',
        path: STATE,
        options: { body: { state: 'BLOCKED' } },
        status: 422,
        code: 'invalid-field',
        detail: /to block/
    },
    {
        what: 'EXPIRED as a state',
        method: 'PUT',
        path: STATE,
        options: { body: { state: 'EXPIRED' } },
        status: 422,
        code: 'invalid-field',
        detail: /OPEN, AUTO_BOT or CLOSED/
    },
    {
        what: 'a state by number',
        method: 'PUT',
        path: STATE,
        options: { body: { state: 0 } },
        status: 422,
        code: 'invalid-field'
    },
    { what: 'no state', method: 'PUT', path: STATE, status: 422, code: 'invalid-field' },
    {
        what: 'a resolved native block without permission to manage',
        method: 'PUT',
        path: NATIVE_BLOCK,
        options: { body: { status: 'blocked' } },
        status: 403,
        code: 'no-permission',
        detail: /what the channel shows.*Ask a supervisor/
    },
    {
        what: 'a native block that is refused',
        method: 'PUT',
        path: NATIVE_BLOCK,
        options: { body: { status: 'refused' } },
        status: 422,
        code: 'invalid-field',
        detail: /"status" must be "blocked" or "not-blocked"/
    },
    {
        what: 'a native block that is true',
        method: 'PUT',
        path: NATIVE_BLOCK,
        options: { body: { status: true } },
        status: 422,
        code: 'invalid-field'
    },
    {
        what: 'a native block without a status',
        method: 'PUT',
        path: NATIVE_BLOCK,
        status: 422,
        code: 'invalid-field'
    },
    {
        what: 'an unknown field of a native block',
        method: 'PUT',
        path: NATIVE_BLOCK,
        options: { body: { status: 'blocked', note: 'seen' } },
        status: 422,
        code: 'invalid-field',
        detail: /"note" is not a field/
    },
    {
        what: 'ending a native block',
        method: 'DELETE',
        path: NATIVE_BLOCK,
        status: 405,
        code: 'method-not-allowed'
    },
    { what: 'a method that does not exist', method: 'POST', path: BLOCK, status: 405, code: 'method-not-allowed' },
    {
        what: 'an address that does not exist',
        method: 'GET',
        path: '/v2/conversations',
        status: 404,
        code: 'not-found'
    },
    {
        what: 'an agent, of an address below a conversation that does not exist',
        method: 'GET',
        path: `${BLOCK}/all`,
        status: 404,
        code: 'not-found'
    },
    ...[`${BLOCK}/`, BLOCK.replace('block', 'Block'), `/v1/conversations/${UUID}/`, `/v1/conversations//${UUID}`].map(
        (path) => ({
            what: `an agent, of ${path}`,
            method: 'PUT',
            path,
            status: 404,
            code: 'not-found'
        })
    ),
    ...['/V1', '/v1/Conversations', '/v1/'].map((start) => ({
        what: `an address that begins with ${start} and is written otherwise`,
        method: 'PUT',
        path: BLOCK.replace('/v1/conversations', start),
        status: 404,
        code: 'not-found'
    })),
    ...['/healthz/', '/Healthz', '/readyz/', '/READYZ'].map((path) => ({
        what: path,
        method: 'GET',
        path,
        status: 404,
        code: 'not-found'
    })),
    {
        what: 'a caller without a token, of an address below a conversation that does not exist',
        method: 'GET',
        path: `${BLOCK}/all`,
        options: { token: null },
        status: 401,
        code: 'invalid-token'
    }
];

describe('refusals before anything is accepted', () => {
    const file = storeForFile();

    for (const { what, method, path, options, status, code, detail } of REFUSALS) {
        it(`answers ${status} ${code} to ${what}, and sends nothing`, async (t) => {
            const app = await runningApp(t, { store: file.store });
            const answer = await app.call(method, path, options);
            assertProblem(answer, { status, code });
            if (detail !== undefined) assert.match(answer.body.detail, detail);
            assert.deepEqual(app.toGoTallo, []);
        });
    }

    it('names every faulty field at once', async (t) => {
        const app = await runningApp(t, { store: file.store });
        const { body } = await app.call('PUT', BLOCK, { body: { reason: 7, note: 8, extra: 9 } });
        for (const name of ['reason', 'note', 'extra']) assert.match(body.detail, new RegExp(`"${name}"`));
    });

    it('challenges for a token and says which methods an address takes', async (t) => {
        const app = await runningApp(t, { store: file.store });
        const noToken = await app.call('GET', `/v1/conversations/${UUID}`, { token: null });
        assert.match(noToken.headers.get('www-authenticate') ?? '', /^Bearer/);
        assert.equal((await app.call('POST', BLOCK)).headers.get('allow'), 'PUT, DELETE');
        assert.equal((await app.call('POST', NATIVE_BLOCK)).headers.get('allow'), 'PUT');
    });

    it('does not read the body of a caller it does not know', async (t) => {
        const app = await runningApp(t, { store: file.store });
        assertProblem(await app.call('PUT', BLOCK, { token: null, body: '{not json' }), {
            status: 401,
            code: 'invalid-token'
        });
    });

    it('asks Salesforce nothing about a token that cannot be one of the org, and one thing about a made-up one', async (t) => {
        const app = await runningApp(t, { store: file.store });
        for (const token of ['made-up', '00D000000000009!made-up']) await app.call('GET', BLOCK, { token });
        assert.deepEqual(app.toSalesforce, []);
        for (const token of ['00D000000000001!made-up', 'made.up.jwt']) {
            assertProblem(await app.call('GET', BLOCK, { token }), { status: 401, code: 'invalid-token' });
        }
        const paths = app.toSalesforce.map(({ url }) => url);
        assert.deepEqual(paths, ['/services/oauth2/userinfo', '/services/oauth2/userinfo']);
    });

    it('does not ask Salesforce about a caller of an org nobody configured', async (t) => {
        const app = await runningApp(t, { store: file.store });
        await app.call('GET', BLOCK, { headers: { 'X-Salesforce-Org-Id': '00D000000000007EAA' } });
        assert.deepEqual(app.toSalesforce, []);
    });

    it('refuses every change of an expired conversation and shows what holds', async (t) => {
        const app = await runningApp(t, { store: file.store });
        const id = newConversation();
        app.messages.set(...herokuMessage(id, { Social25__Conversation_State__c: 'EXPIRED' }));
        for (const method of ['PUT', 'DELETE']) {
            const answer = await app.call(method, `/v1/conversations/${id}/block`);
            assertProblem(answer, { status: 409, code: 'conversation-expired' });
            assert.equal(answer.body.view?.state, 'EXPIRED');
        }
        assert.deepEqual(app.toGoTallo, []);
    });
});
