import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import type { HistoryView } from '#contract';
import { obligingGoTallo } from '../../../fakes/gotallo.ts';
import { herokuMessageAt } from '../../../fakes/salesforce.ts';
import { json, type Handler } from '../../../fakes/server.ts';
import type { ConversationId } from '../../src/conversations/knowledge/conversation-id.ts';
import { newConversation, storeForFile } from '../support/journal.ts';
import { assertProblem } from '../support/problem.ts';
import { herokuMessage, runningApp, type Answer, type RunningApp } from '../support/running-app.ts';
import { TOKENS } from '../support/salesforce-handler.ts';
import { until } from '../support/until.ts';

/** Carries out every call but Block User, which is answered as the test says. */
function blockUserAnswers(answer: Handler): Handler {
    const others = obligingGoTallo();
    return (request, ...rest) => (request.url.endsWith('/block/') ? answer : others)(request, ...rest);
}

const LOST: Handler = (_, response) => response.destroy();
const SILENT: Handler = () => {};

describe('the native block', () => {
    const file = storeForFile();

    interface Native {
        app: RunningApp;
        id: ConversationId;
        address: string;
        resolve(status: string, token?: string, version?: unknown): Promise<Answer>;
        /** What a supervisor is shown. */
        look(): Promise<Answer['body']>;
        /** The same as soon as nothing can take effect anymore. */
        lookInTime(): Promise<Answer['body']>;
        /** Says it as soon as nothing can take effect anymore. */
        resolveInTime(status: string): Promise<Answer>;
    }

    /** A WhatsApp conversation where Block User is used and answered so. */
    async function native(t: TestContext, answer: Handler): Promise<Native> {
        const goTallo = blockUserAnswers(answer);
        const app = await runningApp(t, { store: file.store, goTallo, nativeChannels: ['WHATSAPP'] });
        const id = newConversation();
        app.messages.set(...herokuMessage(id));
        const address = `/v1/conversations/${id}`;
        const resolve = (status: string, token: string = TOKENS.noor, version?: unknown) =>
            app.call('PUT', `${address}/native-block`, { token, body: { status, version } });
        const look = async () => (await app.call('GET', address, { token: TOKENS.noor })).body;
        const lookInTime = async () => {
            await until(async () => (await look()).nativeBlock.version !== null);
            return look();
        };
        const resolveInTime = async (status: string): Promise<Answer> => {
            let answer = await resolve(status);
            await until(
                () => answer.status !== 409,
                async () => (answer = await resolve(status))
            );
            return answer;
        };
        return { app, id, address, resolve, look, lookInTime, resolveInTime };
    }

    it('is told as confirmed only when GoTallo confirmed it', async (t) => {
        const { app, address } = await native(t, obligingGoTallo());
        const { body } = await app.call('PUT', `${address}/block`);
        assert.partialDeepStrictEqual(body.nativeBlock, { status: 'blocked', reason: null });
    });

    it('is told as refused in plain words, and the block holds all the same', async (t) => {
        const { app, address } = await native(t, (_, response) =>
            json(response, 400, { error: { code: 131047, message: 'Re-engagement message' } })
        );
        const { status, body } = await app.call('PUT', `${address}/block`);
        assert.equal(status, 200);
        assert.equal(body.state, 'BLOCKED');
        assert.equal(body.nativeBlock.status, 'refused');
        assert.equal(body.nativeBlock.reason, 'window-closed');
    });

    it('is asked for once more where it was refused, and only where it was: by POST, without a body', async (t) => {
        const refusal = { error: { code: 131047, message: 'Re-engagement message' } };
        const answers: Handler[] = [(_, response) => json(response, 400, refusal)];
        const others = obligingGoTallo();
        const { app, id, address } = await native(t, (...asked) => (answers.shift() ?? others)(...asked));
        app.messages.set(...herokuMessage(id, herokuMessageAt(new Date())));
        const retry = (token: string = TOKENS.ana) => app.call('POST', `${address}/native-block/retry`, { token });
        assertProblem(await retry(), { status: 409, code: 'block-changed' });
        const { body: refused } = await app.call('PUT', `${address}/block`);
        assert.deepEqual(refused.actions, ['retryNativeBlock', 'unblock']);
        assertProblem(await retry(TOKENS.robin), { status: 403, code: 'no-permission' });
        const { status, body } = await retry();
        assert.equal(status, 200);
        assert.equal(body.nativeBlock.status, 'blocked');
        assert.deepEqual((await retry()).body, body);
        const history = await app.call('GET', `${address}/history`);
        assert.deepEqual(
            (history.body as unknown as HistoryView).operations.map((it) => [it.kind, it.retriesNativeBlock]),
            [
                ['block', true],
                ['block', false]
            ]
        );
    });

    it('is not asked for once more while nobody knows what it shows, and the answer shows what holds', async (t) => {
        const { app, address } = await native(t, LOST);
        await app.call('PUT', `${address}/block`);
        const refused = await app.call('POST', `${address}/native-block/retry`);
        assertProblem(refused, { status: 409, code: 'native-block-not-possible' });
        assert.equal(refused.body.view?.nativeBlock.status, 'unconfirmed');
        assert.equal(app.toGoTallo.filter(({ url }) => url.endsWith('/block/')).length, 1);
    });

    it('is told as not known when no answer came, and offered to supervisors alone to resolve', async (t) => {
        const { app, address, look, lookInTime } = await native(t, LOST);
        const agent = await app.call('PUT', `${address}/block`);
        assert.equal(agent.body.state, 'BLOCKED');
        assert.equal(agent.body.nativeBlock.status, 'unconfirmed');
        assert.equal(agent.body.nativeBlock.reason, 'not-clear');
        assert.deepEqual(agent.body.actions, ['unblock']);
        assert.deepEqual((await look()).actions, ['unblock'], 'it may still be carried out');
        const supervisor = await lookInTime();
        assert.deepEqual(supervisor.actions, ['unblock', 'resolveNativeBlock']);
    });

    for (const status of ['blocked', 'not-blocked'] as const) {
        it(`is ${status} once a supervisor says so, which the history tells and GoTallo is not asked for`, async (t) => {
            const { app, address, resolveInTime } = await native(t, LOST);
            await app.call('PUT', `${address}/block`);
            const sent = app.toGoTallo.length;
            const resolved = await resolveInTime(status);
            assert.equal(resolved.status, 200);
            assert.partialDeepStrictEqual(resolved.body.nativeBlock, { status, reason: null });
            assert.deepEqual(resolved.body.actions, ['unblock', 'resolveNativeBlock'], 'it can be corrected');
            assert.equal(app.toGoTallo.length, sent);
            const { body } = await app.call('GET', `${address}/history`);
            const [newest] = (body as unknown as HistoryView).operations;
            assert.deepEqual(
                [newest?.kind, newest?.target, newest?.by?.name, newest?.outcome],
                ['native-block', status, 'Noor Haddad', 'confirmed']
            );
        });
    }

    it('stays as it was resolved when the same is said again, and is corrected by the opposite', async (t) => {
        const { app, address, resolve, resolveInTime } = await native(t, LOST);
        await app.call('PUT', `${address}/block`);
        const first = await resolveInTime('not-blocked');
        assert.deepEqual((await resolve('not-blocked')).body, first.body);
        assert.equal((await resolve('blocked')).body.nativeBlock.status, 'blocked');
        const { body } = await app.call('GET', `${address}/history`);
        assert.deepEqual(
            (body as unknown as HistoryView).operations.map(({ target }) => target),
            ['blocked', 'not-blocked', 'BLOCKED']
        );
    });

    it('is resolved with the version of the view, and again with the same one when that answer was lost', async (t) => {
        const { app, address, resolve, lookInTime } = await native(t, LOST);
        await app.call('PUT', `${address}/block`);
        const { version } = (await lookInTime()).nativeBlock;
        assert.equal(typeof version, 'string');
        const first = await resolve('blocked', TOKENS.noor, version);
        assert.equal(first.status, 200);
        assert.notEqual(first.body.nativeBlock.version, version);
        assert.deepEqual(await resolve('blocked', TOKENS.noor, version).then(({ body }) => body), first.body);
    });

    it('cannot be resolved with a version from before an unblock and a block, and the answer shows what holds', async (t) => {
        const { app, address, resolve, look } = await native(t, obligingGoTallo());
        await app.call('PUT', `${address}/block`);
        const { version } = (await look()).nativeBlock;
        await app.call('DELETE', `${address}/block`);
        await app.call('PUT', `${address}/block`);
        const refused = await resolve('not-blocked', TOKENS.noor, version);
        assertProblem(refused, { status: 409, code: 'native-block-changed' });
        assert.match(refused.body.detail, /Nothing was changed\. Look at the channel again/);
        assert.equal(refused.headers.get('retry-after'), null);
        assert.deepEqual(refused.body.view?.nativeBlock, (await look()).nativeBlock);
        assert.equal(refused.body.view?.nativeBlock.status, 'blocked');
    });

    for (const version of [7, true, ['1'], {}, 'x'.repeat(101)]) {
        it(`cannot be resolved with a version that is no short text (${JSON.stringify(version).slice(0, 9)})`, async (t) => {
            const { resolve } = await native(t, LOST);
            const refused = await resolve('blocked', TOKENS.noor, version);
            assertProblem(refused, { status: 422, code: 'invalid-field' });
            assert.match(refused.body.detail, /^"version" must be "nativeBlock\.version" of the view/);
        });
    }

    it('has no version to resolve it with while a call to the channel may still be carried out', async (t) => {
        const { app, address } = await native(t, LOST);
        const { body } = await app.call('PUT', `${address}/block`);
        assert.equal(body.nativeBlock.version, null);
    });

    it('cannot be resolved where GoTallo itself tells otherwise', async (t) => {
        const app = await runningApp(t, { store: file.store, nativeChannels: ['WHATSAPP'], canBeRead: true });
        const id = newConversation();
        app.messages.set(...herokuMessage(id));
        await app.call('PUT', `/v1/conversations/${id}/block`);
        const body = { status: 'not-blocked' };
        const answer = await app.call('PUT', `/v1/conversations/${id}/native-block`, { token: TOKENS.noor, body });
        assertProblem(answer, { status: 409, code: 'native-block-known' });
    });

    it('cannot be resolved by an agent who may only block', async (t) => {
        const { app, address, resolve } = await native(t, LOST);
        await app.call('PUT', `${address}/block`);
        const refused = await resolve('blocked', TOKENS.ana);
        assertProblem(refused, { status: 403, code: 'no-permission' });
        assert.match(refused.body.detail, /may not say what the channel shows/);
        assert.equal(refused.body.view?.nativeBlock.status, 'unconfirmed');
    });

    it('cannot be resolved where it is not used', async (t) => {
        const app = await runningApp(t, { store: file.store });
        const answer = await app.call('PUT', `/v1/conversations/${newConversation()}/native-block`, {
            token: TOKENS.noor,
            body: { status: 'blocked' }
        });
        assertProblem(answer, { status: 409, code: 'native-block-not-supported' });
    });

    for (const [what, answered] of [
        ['got no answer', SILENT],
        ['was cut off', LOST],
        ['was answered 500', (_, response) => json(response, 500, {})]
    ] as [string, Handler][])
        it(`cannot be resolved while a call to the channel that ${what} may still be carried out`, async (t) => {
            const { app, address, resolve } = await native(t, answered);
            await app.call('PUT', `${address}/block`);
            const busy = await resolve('not-blocked');
            assertProblem(busy, { status: 409, code: 'conversation-busy' });
            assert.match(busy.body.detail, /^A call to the channel may still be carried out/);
            assert.ok(Number(busy.headers.get('retry-after')) >= 1);
            assert.equal(busy.body.view?.nativeBlock.status, 'unconfirmed');
        });

    it('cannot be resolved while a change is under way', async (t) => {
        const { id, resolve } = await native(t, LOST);
        const colleague = { id: '005000000000001AAA', name: 'Ana Silva' };
        await file.store.journalOf('acme').accept(id, colleague, () => ({
            command: { kind: 'block', state: 'BLOCKED' },
            endsOpenBlock: null,
            isDoubtful: true,
            mayBeUndone: false,
            nativeBlock: null,
            before: null
        }));
        const busy = await resolve('not-blocked');
        assertProblem(busy, { status: 409, code: 'conversation-busy' });
        assert.match(busy.body.detail, /Yours was not accepted/);
        assert.equal(busy.headers.get('retry-after'), null);
    });
});
