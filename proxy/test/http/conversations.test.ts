import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { withoutDashes } from '../../src/conversations/knowledge/conversation-id.ts';
import { newConversation, storeForFile } from '../support/journal.ts';
import { herokuMessage, runningApp } from '../support/running-app.ts';
import { TOKENS } from '../support/salesforce-handler.ts';

describe('/v1/conversations/{id}', () => {
    const file = storeForFile();

    it('shows what the newest Heroku Message tells', async (t) => {
        const app = await runningApp(t, { store: file.store });
        const id = newConversation();
        app.messages.set(...herokuMessage(id));
        const { status, headers, body } = await app.call('GET', `/v1/conversations/${id}`);
        assert.equal(status, 200);
        assert.equal(headers.get('cache-control'), 'no-store');
        assert.deepEqual(body, {
            id,
            state: 'OPEN',
            stateSource: 'heroku-message',
            asOf: '2026-11-22T09:00:00.000Z',
            channel: {
                name: 'WHATSAPP',
                label: 'WhatsApp',
                native: false,
                nativePossible: 'no',
                windowClosesAt: null
            },
            customer: { name: 'Maria Lopez' },
            block: null,
            nativeBlock: { status: 'not-supported', reason: null, version: null },
            blockedStateExcluded: true,
            actions: ['block', 'close'],
            undo: null,
            earlierBlocks: null
        });
    });

    it('takes the id as 32 hex digits, in either case', async (t) => {
        const app = await runningApp(t, { store: file.store });
        const id = newConversation();
        const { body } = await app.call('GET', `/v1/conversations/${withoutDashes(id).toUpperCase()}`);
        assert.equal(body.id, id);
    });

    it('shows a conversation nobody knows as not known, with block on offer', async (t) => {
        const app = await runningApp(t, { store: file.store });
        const { status, body } = await app.call('GET', `/v1/conversations/${newConversation()}`);
        assert.equal(status, 200);
        assert.equal(body.state, null);
        assert.equal(body.stateSource, 'none');
        assert.deepEqual(body.actions, ['block']);
    });

    it('asks Salesforce who a new agent is, then all else at once; one thing for another conversation, and nothing for a known one', async (t) => {
        const app = await runningApp(t, { store: file.store });
        const id = newConversation();
        await app.call('GET', `/v1/conversations/${id}`);
        const paths = app.toSalesforce.map(({ url }) => url.replace(/\?.*/, ''));
        assert.deepEqual(paths, ['/services/oauth2/userinfo', '/services/data/v66.0/composite']);
        await app.call('GET', `/v1/conversations/${id}`);
        assert.equal(app.toSalesforce.length, 2);
        await app.call('GET', `/v1/conversations/${newConversation()}`);
        assert.equal(app.toSalesforce.length, 3);
    });

    it('blocks with a reason and a note, which a colleague then sees', async (t) => {
        const app = await runningApp(t, { store: file.store });
        const id = newConversation();
        app.messages.set(...herokuMessage(id));
        const body = { reason: 'Spam', note: 'crypto links' };
        const blocked = await app.call('PUT', `/v1/conversations/${id}/block`, { body });
        assert.equal(blocked.status, 200);
        const seen = await app.call('GET', `/v1/conversations/${id}`, { token: TOKENS.sam });
        assert.equal(seen.body.state, 'BLOCKED');
        assert.equal(seen.body.stateSource, 'proxy');
        assert.equal(seen.body.block?.by.name, 'Ana Silva');
        assert.equal(seen.body.block?.reason, 'Spam');
        assert.equal(seen.body.block?.note, 'crypto links');
        assert.deepEqual(seen.body.actions, ['unblock']);
    });

    it('sends GoTallo the documented call', async (t) => {
        const app = await runningApp(t, { store: file.store });
        const id = newConversation();
        await app.call('PUT', `/v1/conversations/${id}/block`);
        const [sent] = app.toGoTallo;
        assert.equal(sent?.method, 'PUT');
        assert.equal(sent.url, `/api/v1/tenants/11111111-2222-4333-8444-555555555555/conversations/${id}/details/`);
        assert.deepEqual(JSON.parse(sent.body), { action: 'change_state', state: 4 });
        assert.equal(sent.headers.accept, 'application/json');
        assert.equal(sent.headers['content-type'], 'application/json');
        assert.equal(sent.headers.authorization, 'Bearer the-gotallo-token');
    });

    it('says so where GoTallo does not keep messages of blocked conversations out of the org', async (t) => {
        const app = await runningApp(t, { store: file.store, blockedStateExcluded: false });
        const { body } = await app.call('PUT', `/v1/conversations/${newConversation()}/block`);
        assert.equal(body.state, 'BLOCKED');
        assert.equal(body.nativeBlock.status, 'not-supported');
        assert.equal(body.blockedStateExcluded, false);
    });

    it('blocks without a body, without reason and note', async (t) => {
        const app = await runningApp(t, { store: file.store });
        const { status, body } = await app.call('PUT', `/v1/conversations/${newConversation()}/block`);
        assert.equal(status, 200);
        assert.equal(body.block?.reason, null);
    });

    it('changes nothing but what is said of reason and note when blocking is repeated, and says who did', async (t) => {
        const app = await runningApp(t, { store: file.store });
        const address = `/v1/conversations/${newConversation()}/block`;
        const first = await app.call('PUT', address, { body: { reason: 'Spam', note: 'one' } });
        const second = await app.call('PUT', address, { body: { reason: 'Abuse' }, token: TOKENS.sam });
        const changed = second.body.block?.changed;
        assert.equal(changed?.by.name, 'Sam Lee');
        assert.deepEqual(second.body.block, { ...first.body.block, reason: 'Abuse', changed });
        const third = await app.call('PUT', address, { token: TOKENS.sam });
        assert.deepEqual(third.body.block, second.body.block);
        const fourth = await app.call('PUT', address, { body: { note: null } });
        assert.equal(fourth.body.block?.changed?.by.name, 'Ana Silva');
        assert.deepEqual(fourth.body.block, {
            ...second.body.block,
            note: null,
            changed: fourth.body.block.changed
        });
    });

    it('keeps markup in a note as the text it is', async (t) => {
        const app = await runningApp(t, { store: file.store });
        const note = '<img src=x onerror=alert(1)> "quoted" \u202e';
        const { body } = await app.call('PUT', `/v1/conversations/${newConversation()}/block`, { body: { note } });
        assert.equal(body.block?.note, note);
    });

    it('unblocks, and changes nothing when that is repeated', async (t) => {
        const app = await runningApp(t, { store: file.store });
        const id = newConversation();
        await app.call('PUT', `/v1/conversations/${id}/block`);
        const first = await app.call('DELETE', `/v1/conversations/${id}/block`);
        const second = await app.call('DELETE', `/v1/conversations/${id}/block`);
        assert.equal(first.body.state, 'OPEN');
        assert.equal(first.body.block, null);
        assert.deepEqual(second.body, first.body);
        assert.deepEqual(
            app.toGoTallo.map(({ body }) => JSON.parse(body).state),
            [4, 0]
        );
    });

    it('takes over, closes and hands to the bot by name', async (t) => {
        const app = await runningApp(t, { store: file.store });
        const id = newConversation();
        for (const state of ['OPEN', 'CLOSED', 'AUTO_BOT']) {
            const { status, body } = await app.call('PUT', `/v1/conversations/${id}/state`, { body: { state } });
            assert.equal(status, 200);
            assert.equal(body.state, state);
        }
        assert.deepEqual(
            app.toGoTallo.map(({ body }) => JSON.parse(body).state),
            [0, 3, 2]
        );
    });

    it('tells the whole history, newest first, also what was refused', async (t) => {
        let refuse = false;
        const app = await runningApp(t, {
            store: file.store,
            goTallo: (_, response) => response.writeHead(refuse ? 400 : 204).end()
        });
        const id = newConversation();
        await app.call('PUT', `/v1/conversations/${id}/block`, { body: { reason: 'Spam' } });
        refuse = true;
        await app.call('DELETE', `/v1/conversations/${id}/block`, { token: TOKENS.sam });
        const { body } = await app.call('GET', `/v1/conversations/${id}/history`);
        const history = body as unknown as { conversationId: string; operations: Record<string, unknown>[] };
        assert.equal(history.conversationId, id);
        const [newest, oldest] = history.operations;
        assert.deepEqual(
            [newest?.['kind'], newest?.['outcome'], newest?.['failure'], newest?.['by']],
            ['unblock', 'failed', 'gotallo-refused', { id: '005000000000003AAA', name: 'Sam Lee' }]
        );
        assert.deepEqual([oldest?.['kind'], oldest?.['outcome'], oldest?.['reason']], ['block', 'confirmed', 'Spam']);
    });

    describe('its history, a page at a time', () => {
        interface Page {
            operations: { id: string }[];
            nextCursor: string | null;
        }

        it('has every line once, newest first, and says when there is nothing older', async (t) => {
            const app = await runningApp(t, { store: file.store });
            const path = `/v1/conversations/${newConversation()}`;
            const page = async (query: string) =>
                (await app.call('GET', `${path}/history${query}`)).body as unknown as Page;
            await app.call('PUT', `${path}/block`, { body: {} });
            await app.call('DELETE', `${path}/block`);
            await app.call('PUT', `${path}/block`, { body: {} });
            const whole = await page('');
            assert.equal(whole.operations.length, 3);
            assert.equal(whole.nextCursor, null);
            const first = await page('?limit=2');
            assert.deepEqual(first.operations, whole.operations.slice(0, 2));
            const second = await page(`?limit=2&cursor=${first.nextCursor}`);
            assert.deepEqual(second.operations, whole.operations.slice(2));
            assert.equal(second.nextCursor, null);
            assert.equal((await page('?limit=3')).nextCursor, null);
        });

        for (const [query, named] of [
            ['cursor=', 'cursor'],
            ['cursor=x', 'cursor'],
            ['cursor=-1', 'cursor'],
            ['cursor=9999999999999999999', 'cursor'],
            ['cursor=1&cursor=2', 'cursor'],
            ['limit=0', 'limit'],
            ['limit=201', 'limit'],
            ['limit=2.5', 'limit'],
            ['limit=', 'limit'],
            ['before=1', 'before']
        ] as const) {
            it(`refuses ${query} and names the field`, async (t) => {
                const app = await runningApp(t, { store: file.store });
                const { status, body } = await app.call(
                    'GET',
                    `/v1/conversations/${newConversation()}/history?${query}`
                );
                assert.equal(status, 422);
                assert.equal(body.code, 'invalid-field');
                assert.match(String(body.detail), new RegExp(`"${named}"`));
            });
        }
    });
});
