import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { newConversation, storeForFile } from '../support/journal.ts';
import { assertProblem } from '../support/problem.ts';
import { runningApp } from '../support/running-app.ts';
import { TOKENS } from '../support/salesforce-handler.ts';

describe('the limit of changes by one agent', () => {
    const file = storeForFile();

    it('refuses what goes beyond it with 429, and sends nothing', async (t) => {
        const app = await runningApp(t, { store: file.store, writesPerMinute: 2 });
        const address = `/v1/conversations/${newConversation()}`;
        assert.equal((await app.call('PUT', `${address}/block`)).status, 200);
        assert.equal((await app.call('DELETE', `${address}/block`)).status, 200);
        const sent = app.toGoTallo.length;
        const answer = await app.call('PUT', `${address}/block`);
        assertProblem(answer, { status: 429, code: 'too-many-requests' });
        assert.match(answer.body.detail, /this proxy limits them\. Nothing was changed\./);
        const seconds = Number(answer.headers.get('retry-after'));
        assert.ok(Number.isInteger(seconds) && seconds >= 1 && seconds <= 60, `Retry-After ${seconds}`);
        assert.equal(app.toGoTallo.length, sent);
        const { body } = await app.call('GET', `${address}/history`);
        assert.equal((body as unknown as { operations: unknown[] }).operations.length, 2);
    });

    it('counts every kind of change, over all conversations, refused ones too', async (t) => {
        const app = await runningApp(t, { store: file.store, writesPerMinute: 3 });
        const call = (method: string, rest: string, body?: unknown) =>
            app.call(method, `/v1/conversations/${newConversation()}${rest}`, { body });
        assert.equal((await call('PUT', '/state', { state: 'CLOSED' })).status, 200);
        assert.equal((await call('PUT', '/native-block', { status: 'blocked' })).status, 403);
        assert.equal((await call('PUT', '/state', { state: 'NONE' })).status, 422);
        for (const [method, rest] of [
            ['PUT', '/block'],
            ['DELETE', '/block'],
            ['PUT', '/state'],
            ['PUT', '/native-block']
        ] as const) {
            assertProblem(await call(method, rest), { status: 429, code: 'too-many-requests' });
        }
    });

    it('leaves views and history alone', async (t) => {
        const app = await runningApp(t, { store: file.store, writesPerMinute: 1 });
        const address = `/v1/conversations/${newConversation()}`;
        await app.call('PUT', `${address}/block`);
        await app.call('PUT', `${address}/block`);
        for (const rest of ['', '/history']) {
            const answer = await app.call('GET', `${address}${rest}`);
            assert.equal(answer.status, 200);
            assert.equal(answer.headers.get('ratelimit'), null);
        }
    });

    it("does not count one agent's changes against another", async (t) => {
        const app = await runningApp(t, { store: file.store, writesPerMinute: 1 });
        const address = `/v1/conversations/${newConversation()}/block`;
        assert.equal((await app.call('PUT', address)).status, 200);
        assert.equal((await app.call('PUT', address)).status, 429);
        assert.equal((await app.call('PUT', address, { token: TOKENS.sam })).status, 200);
    });

    it('asks who is calling first', async (t) => {
        const app = await runningApp(t, { store: file.store, writesPerMinute: 1 });
        const address = `/v1/conversations/${newConversation()}/block`;
        for (const token of [null, '00D000000000001!old', null]) {
            assertProblem(await app.call('PUT', address, { token }), { status: 401, code: 'invalid-token' });
        }
        assert.equal((await app.call('PUT', address)).status, 200);
    });

    it('tells what is left in RateLimit headers', async (t) => {
        const app = await runningApp(t, { store: file.store, writesPerMinute: 5 });
        const { headers } = await app.call('PUT', `/v1/conversations/${newConversation()}/block`);
        assert.match(headers.get('ratelimit') ?? '', /^"5-in-1min"; r=4; t=\d+$/);
        assert.match(headers.get('ratelimit-policy') ?? '', /^"5-in-1min"; q=5; w=60; pk=:[\w=+/]+:$/);
        assert.equal(headers.get('retry-after'), null);
    });
});
