import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { FaultKind } from '../../gotallo/fault-switch.ts';
import { createGoTalloApp } from '../../gotallo/gotallo-server.ts';
import { LocalGoTallo } from '../../gotallo/local-gotallo.ts';
import { listen, type Listening } from '../../listen.ts';
import { CONVERSATION_ID as ID, conversationWith, writtenHoursAgo } from '../support/conversation.ts';

const TENANT = '0d5f0b1e-54c5-4d0a-9f0a-0f6f1f3c2b1a';
const CONVERSATION = `/api/v1/tenants/${TENANT}/conversations/${ID}/`;
const BLOCK = `${CONVERSATION}block/`;
const HEADERS = { Authorization: 'Bearer secret', 'Content-Type': 'application/json', Accept: 'application/json' };

describe('the platform behind the local GoTallo, over HTTP', () => {
    const gotallo = new LocalGoTallo(() => Promise.resolve());
    let server: Listening;

    before(async () => {
        server = await listen(createGoTalloApp(gotallo, { tenantId: TENANT, token: 'secret' }));
    });
    after(() => server.close());
    beforeEach(() => {
        gotallo.reset();
        gotallo.calls = [];
        gotallo.add(conversationWith({ messages: [writtenHoursAgo(1)] }));
    });

    function blockUser(path = BLOCK, headers: Record<string, string> = {}): Promise<Response> {
        const init = { method: 'POST', headers: { ...HEADERS, ...headers }, body: '{}' };
        return fetch(server.url + path, { ...init, redirect: 'manual' });
    }

    function read(path = CONVERSATION, headers: Record<string, string> = {}): Promise<Response> {
        return fetch(server.url + path, { headers: { ...HEADERS, ...headers }, redirect: 'manual' });
    }

    function isBlocked(): boolean {
        return gotallo.conversation(ID).isNativeBlocked;
    }

    describe('POST …/conversations/{id}/block/', () => {
        it('turns the block over with each call, and leaves the state alone', async () => {
            const first = await blockUser();
            assert.deepEqual([first.status, await first.json()], [200, { id: ID, state: 0, is_blocked: true }]);
            const second = await blockUser();
            assert.deepEqual(await second.json(), { id: ID, state: 0, is_blocked: false });
            assert.equal(isBlocked(), false);
        });

        it('refuses on WhatsApp who has not written for 24 hours, in the body of Meta', async () => {
            gotallo.add(conversationWith({ messages: [writtenHoursAgo(25)] }));
            const response = await blockUser();
            const body = (await response.json()) as {
                block_users: { failed_users: { input: string; errors: { code: number }[] }[] };
                error: { code: number };
            };
            assert.equal(response.status, 400);
            assert.equal(body.block_users.failed_users[0]?.input, '+34600112233');
            assert.equal(body.block_users.failed_users[0]?.errors[0]?.code, 131047);
            assert.equal(body.error.code, 139100);
            assert.equal(isBlocked(), false);
        });

        it('refuses on WhatsApp who was only written to', async () => {
            gotallo.add(conversationWith({ messages: [{ ...writtenHoursAgo(1), outbound: true }] }));
            assert.equal((await blockUser()).status, 400);
        });

        it('unblocks on WhatsApp however long nobody wrote', async () => {
            gotallo.add(conversationWith({ messages: [writtenHoursAgo(25)], isNativeBlocked: true }));
            assert.equal((await blockUser()).status, 200);
            assert.equal(isBlocked(), false);
        });

        it('blocks on Instagram however long nobody wrote', async () => {
            gotallo.add(conversationWith({ medium: 'instagram', messages: [writtenHoursAgo(2_000)] }));
            assert.equal((await blockUser()).status, 200);
            assert.equal(isBlocked(), true);
        });

        for (const medium of ['facebook', 'telegram', 'line']) {
            it(`refuses on ${medium}, which cannot block`, async () => {
                gotallo.add(conversationWith({ medium, messages: [writtenHoursAgo(1)] }));
                assert.equal((await blockUser()).status, 400);
                assert.equal(isBlocked(), false);
            });
        }

        const refusals: [string, number, () => Promise<Response>][] = [
            ['a missing slash with a redirect', 301, () => blockUser(BLOCK.slice(0, -1))],
            ['another token', 401, () => blockUser(BLOCK, { Authorization: 'Bearer other' })],
            ['another tenant', 404, () => blockUser(BLOCK.replace(TENANT, ID))],
            ['an unknown conversation', 404, () => blockUser(BLOCK.replace(ID, TENANT))]
        ];
        for (const [what, status, send] of refusals) {
            it(`refuses ${what}, and nothing is turned over`, async () => {
                assert.equal((await send()).status, status);
                assert.equal(isBlocked(), false);
            });
        }

        const faults: [FaultKind, number | 'no answer', boolean][] = [
            ['down', 'no answer', false],
            ['answer-lost', 'no answer', true],
            ['fails-after', 500, true],
            ['native-refused', 400, false],
            ['native-answer-lost', 'no answer', true],
            ['native-fails-after', 500, true]
        ];
        for (const [kind, outcome, blocks] of faults) {
            it(`with the fault ${kind} answers ${outcome}, and the platform ${blocks ? 'blocks' : 'does not block'}`, async () => {
                gotallo.faults.set(kind);
                const status = await blockUser().then(
                    (response) => response.status,
                    () => 'no answer'
                );
                assert.deepEqual([status, isBlocked()], [outcome, blocks]);
            });
        }

        it('meets a fault of its own once, though other calls came before', async () => {
            gotallo.faults.set('native-refused', { times: 1 });
            assert.equal((await read()).status, 200);
            assert.deepEqual([(await blockUser()).status, (await blockUser()).status], [400, 200]);
        });
    });

    describe('GET …/conversations/{id}/', () => {
        it('tells the state by its number, and whether the channel blocks', async () => {
            gotallo.add(conversationWith({ state: 'CLOSED', isNativeBlocked: true }));
            const response = await read();
            assert.deepEqual([response.status, await response.json()], [200, { id: ID, state: 3, is_blocked: true }]);
        });

        it('tells what somebody changed on the platform itself', async () => {
            gotallo.setOnChannel(ID, true);
            assert.deepEqual(await (await read()).json(), { id: ID, state: 0, is_blocked: true });
        });

        const refusals: [string, number, () => Promise<Response>][] = [
            ['a missing slash with a redirect', 301, () => read(CONVERSATION.slice(0, -1))],
            ['another token', 401, () => read(CONVERSATION, { Authorization: 'Bearer other' })],
            ['another tenant', 404, () => read(CONVERSATION.replace(TENANT, ID))],
            ['an unknown conversation', 404, () => read(CONVERSATION.replace(ID, TENANT))]
        ];
        for (const [what, status, send] of refusals) {
            it(`refuses ${what}`, async () => assert.equal((await send()).status, status));
        }

        it('works while Block User alone is out of order', async () => {
            gotallo.faults.set('native-answer-lost');
            assert.equal((await read()).status, 200);
        });
    });
});
