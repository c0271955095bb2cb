import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import type { Journal } from '../../src/conversations/records.ts';
import { Failure } from '../../src/failure.ts';
import type { Store } from '../../src/store/store.ts';
import { json, plain, type Handler } from '../local-server.ts';
import { journalWith, newConversation, storeForFile } from '../support/journal.ts';
import { herokuMessage, runningApp, type Answer, type CallOptions } from '../support/running-app.ts';
import { TOKENS } from '../support/salesforce-handler.ts';

const UUID = '0f8fad5b-d9cb-469f-a165-70867728950e';
const BLOCK = `/v1/conversations/${UUID}/block`;
const STATE = `/v1/conversations/${UUID}/state`;

function assertProblem({ status, headers, body }: Answer, expected: { status: number; code: string }): void {
    assert.equal(status, expected.status);
    assert.equal(headers.get('content-type'), 'application/problem+json; charset=utf-8');
    assert.equal(body.status, expected.status);
    assert.equal(body.code, expected.code);
    assert.equal(body.type, `urn:gotallo-conversation-block:problem:${expected.code}`);
    assert.equal(body.requestId, headers.get('x-request-id'));
    assert.ok(body.title.length > 0);
    assert.match(body.detail, /\.$/);
}

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
        options: { token: '00D0!old' },
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
        what: 'a body far too large',
        method: 'PUT',
        path: BLOCK,
        options: { body: { note: 'x'.repeat(100_000) } },
        status: 413,
        code: 'body-too-large'
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
        what: 'an unknown field',
        method: 'PUT',
        path: BLOCK,
        options: { body: { reson: 'Spam' } },
        status: 422,
        code: 'invalid-field',
        detail: /"reson"/
    },
    {
        what: 'a block with an end',
        method: 'PUT',
        path: BLOCK,
        options: { body: { until: '2030-01-01T00:00:00Z' } },
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
    { what: 'a method that does not exist', method: 'POST', path: BLOCK, status: 405, code: 'method-not-allowed' },
    { what: 'an address that does not exist', method: 'GET', path: '/v2/conversations', status: 404, code: 'not-found' }
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
    });

    it('does not read the body of a caller it does not know', async (t) => {
        const app = await runningApp(t, { store: file.store });
        assertProblem(await app.call('PUT', BLOCK, { token: null, body: '{not json' }), {
            status: 401,
            code: 'invalid-token'
        });
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

describe('trouble after the operation was accepted', () => {
    const file = storeForFile();

    async function blockWhile(t: TestContext, goTallo: Handler) {
        const app = await runningApp(t, { store: file.store, goTallo });
        const id = newConversation();
        app.messages.set(...herokuMessage(id));
        const answer = await app.call('PUT', `/v1/conversations/${id}/block`, { body: { reason: 'Spam' } });
        const { body } = await app.call('GET', `/v1/conversations/${id}/history`);
        const [operation] = (body as unknown as { operations: { outcome: string; failure: string }[] }).operations;
        return { app, answer, operation };
    }

    const NOT_APPLIED: [number, number, string][] = [
        [400, 502, 'gotallo-refused'],
        [401, 502, 'gotallo-refused'],
        [404, 404, 'unknown-conversation']
    ];
    for (const [status, answered, code] of NOT_APPLIED) {
        it(`answers ${answered} ${code} when GoTallo says ${status}, and what held before still holds`, async (t) => {
            const { answer, operation } = await blockWhile(t, (_, response) =>
                json(response, status, { detail: 'no' })
            );
            assertProblem(answer, { status: answered, code });
            assert.equal(answer.body.view?.state, 'OPEN');
            assert.equal(answer.body.view.block, null);
            assert.deepEqual([operation?.outcome, operation?.failure], ['failed', code]);
        });
    }

    it('passes on how long to wait when GoTallo is busy', async (t) => {
        const { answer, operation } = await blockWhile(t, (_, response) =>
            json(response, 429, {}, { 'retry-after': '120' })
        );
        assertProblem(answer, { status: 429, code: 'too-many-requests' });
        assert.equal(answer.headers.get('retry-after'), '120');
        assert.equal(operation?.outcome, 'failed');
    });

    const UNKNOWN: [string, Handler][] = [
        ['answers 500', (_, response) => json(response, 500, {})],
        ['answers with a page', (_, response) => plain(response, 200, '<html>Heroku | Welcome</html>')],
        ['hangs up', (_, response) => response.destroy()]
    ];
    for (const [what, handler] of UNKNOWN) {
        it(`claims nothing when GoTallo ${what}`, async (t) => {
            const { answer, operation } = await blockWhile(t, handler);
            assertProblem(answer, { status: 502, code: 'gotallo-failed' });
            assert.equal(answer.body.view?.state, null);
            assert.equal(answer.body.view.block?.state, 'pending');
            assert.equal(operation?.outcome, 'unknown');
        });
    }

    it('answers 504 when GoTallo is silent, and claims nothing', async (t) => {
        const { answer, operation } = await blockWhile(t, () => {});
        assertProblem(answer, { status: 504, code: 'gotallo-timeout' });
        assert.equal(answer.body.view?.block?.state, 'pending');
        assert.equal(operation?.outcome, 'unknown');
    });

    it('logs what GoTallo answered also where it does not know the conversation', async (t) => {
        const { app, answer } = await blockWhile(t, (_, response) => json(response, 404, {}));
        const logged = app.log.find(({ msg }) => msg === 'failed');
        assert.equal(logged?.['requestId'], answer.body.requestId);
        assert.match(JSON.stringify(logged), /status 404/);
    });

    it('raises an alarm in the log when GoTallo refuses the token of the tenant', async (t) => {
        const { app } = await blockWhile(t, (_, response) => json(response, 401, {}));
        assert.ok(app.log.some(({ msg, level }) => level === 50 && msg === 'alarm'));
    });

    it('answers 503 when Salesforce is down', async (t) => {
        const app = await runningApp(t, { store: file.store, salesforce: 'down' });
        const answer = await app.call('PUT', BLOCK);
        assertProblem(answer, { status: 503, code: 'salesforce-unavailable' });
        assert.ok(Number(answer.headers.get('retry-after')) > 0);
        assert.deepEqual(app.toGoTallo, []);
    });

    it('answers 503 and sends nothing when the store is gone', async (t) => {
        const app = await runningApp(t, { store: brokenStore('store-unavailable', 'accept') });
        assertProblem(await app.call('PUT', BLOCK), { status: 503, code: 'store-unavailable' });
        assert.deepEqual(app.toGoTallo, []);
    });

    it('answers 503 and does not claim the block when its result cannot be written down', async (t) => {
        const app = await runningApp(t, { store: brokenStore('result-not-stored', 'settle') });
        const answer = await app.call('PUT', BLOCK);
        assertProblem(answer, { status: 503, code: 'result-not-stored' });
        assert.match(answer.body.detail, /may or may not hold/);
        assert.equal(answer.body.view?.state, null);
        assert.equal(answer.body.view.block?.state, 'pending');
    });

    it('answers what nobody foresaw without any detail of it, logs it with its id, and goes on serving', async (t) => {
        const app = await runningApp(t, { store: brokenStore(new TypeError('secret detail'), 'read') });
        const answer = await app.call('GET', `/v1/conversations/${UUID}`);
        assertProblem(answer, { status: 500, code: 'internal-error' });
        assert.ok(!JSON.stringify(answer.body).includes('secret detail'));
        const logged = app.log.find(({ msg }) => msg === 'failed');
        assert.equal(logged?.['requestId'], answer.body.requestId);
        assert.match(JSON.stringify(logged?.['err']), /secret detail/);
        assert.equal((await app.call('GET', '/healthz')).status, 200);
    });

    /** A store one method of whose journals fails. */
    function brokenStore(failure: 'store-unavailable' | 'result-not-stored' | Error, method: keyof Journal): Store {
        const error = failure instanceof Error ? failure : new Failure(failure);
        return {
            ...file.store,
            journalOf: (tenant) =>
                journalWith(file.store.journalOf(tenant), { [method]: async () => Promise.reject(error) })
        };
    }
});
