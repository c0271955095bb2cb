import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { FaultKind } from '../../gotallo/fault-switch.ts';
import { createGoTalloApp } from '../../gotallo/gotallo-server.ts';
import { LocalGoTallo } from '../../gotallo/local-gotallo.ts';
import { listen, type Listening } from '../../listen.ts';
import { CONVERSATION_ID, conversationWith } from '../support/conversation.ts';

const TENANT = '0d5f0b1e-54c5-4d0a-9f0a-0f6f1f3c2b1a';
const ID = CONVERSATION_ID;
const DETAILS = `/api/v1/tenants/${TENANT}/conversations/${ID}/details/`;
const HEADERS = { Authorization: 'Bearer secret', 'Content-Type': 'application/json', Accept: 'application/json' };
const BLOCK = { action: 'change_state', state: 4 };

describe('PUT …/conversations/{id}/details/', () => {
    const gotallo = new LocalGoTallo(() => Promise.resolve());
    let server: Listening;

    before(async () => {
        server = await listen(createGoTalloApp(gotallo, { tenantId: TENANT, token: 'secret' }));
    });
    after(() => server.close());
    beforeEach(() => {
        gotallo.reset();
        gotallo.calls = [];
        gotallo.add(conversationWith());
    });

    function put(body: unknown = BLOCK, path = DETAILS, headers: Record<string, string> = {}): Promise<Response> {
        const init = { method: 'PUT', headers: { ...HEADERS, ...headers }, body: JSON.stringify(body) };
        return fetch(server.url + path, { ...init, redirect: 'manual' });
    }

    function state(): string {
        return gotallo.conversation(ID).state;
    }

    it('sets the state by its number', async () => {
        const response = await put();
        assert.deepEqual([response.status, await response.json()], [200, { id: ID, state: 4 }]);
        assert.equal(state(), 'BLOCKED');
    });

    it('sets the same state again without complaint', async () => {
        await put();
        assert.equal((await put()).status, 200);
    });

    const refusals: [string, number, () => Promise<Response>][] = [
        ['a missing slash with a redirect', 301, () => put(BLOCK, DETAILS.slice(0, -1))],
        ['another token', 401, () => put(BLOCK, DETAILS, { Authorization: 'Bearer other' })],
        ['a body that is not JSON', 415, () => put(BLOCK, DETAILS, { 'Content-Type': 'text/plain' })],
        ['a caller who does not accept JSON', 406, () => put(BLOCK, DETAILS, { Accept: 'text/html' })],
        ['another tenant', 404, () => put(BLOCK, DETAILS.replace(TENANT, ID))],
        ['an unknown conversation', 404, () => put(BLOCK, DETAILS.replace(ID, TENANT))],
        ['an unknown action', 400, () => put({ action: 'toggle', state: 4 })],
        ['a state by name', 400, () => put({ action: 'change_state', state: 'BLOCKED' })],
        ['a state that does not exist', 400, () => put({ action: 'change_state', state: 5 })]
    ];
    for (const [what, status, send] of refusals) {
        it(`refuses ${what}`, async () => {
            assert.equal((await send()).status, status);
            assert.equal(state(), 'OPEN');
        });
    }

    const faults: [FaultKind, number | 'no answer', 'OPEN' | 'BLOCKED'][] = [
        ['down', 'no answer', 'OPEN'],
        ['answer-lost', 'no answer', 'BLOCKED'],
        ['fails-before', 500, 'OPEN'],
        ['fails-after', 500, 'BLOCKED'],
        ['too-many-requests', 429, 'OPEN'],
        ['unauthorized', 401, 'OPEN'],
        ['html', 200, 'OPEN'],
        ['empty', 204, 'BLOCKED']
    ];
    for (const [kind, outcome, held] of faults) {
        it(`with the fault ${kind} answers ${outcome}, and ${held} holds`, async () => {
            gotallo.faults.set(kind);
            const status = await put().then(
                (response) => response.status,
                () => 'no answer'
            );
            assert.deepEqual([status, state()], [outcome, held]);
        });
    }

    it('names the seconds to wait with 429', async () => {
        gotallo.faults.set('too-many-requests', { seconds: 7 });
        assert.equal((await put()).headers.get('retry-after'), '7');
    });

    it('meets a fault as often as asked, and then works', async () => {
        gotallo.faults.set('fails-before', { times: 1 });
        assert.deepEqual([(await put()).status, (await put()).status], [500, 200]);
    });

    it('keeps every call with its body', async () => {
        await put();
        assert.deepEqual(gotallo.calls, [{ method: 'PUT', path: DETAILS, body: BLOCK }]);
    });
});
