import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { json, plain, type Handler } from '../../../fakes/server.ts';
import type { Journal } from '../../src/conversations/protocol/journal.ts';
import { Failure } from '../../src/lib/failure.ts';
import type { Store } from '../../src/store/store.ts';
import { journalWith, newConversation, storeForFile } from '../support/journal.ts';
import { assertProblem } from '../support/problem.ts';
import { herokuMessage, runningApp } from '../support/running-app.ts';

const UUID = '0f8fad5b-d9cb-469f-a165-70867728950e';
const BLOCK = `/v1/conversations/${UUID}/block`;

const LOST: Handler = (_, response) => response.destroy();

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
        ['hangs up', LOST]
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

    it('says that the proxy goes on trying, where the change may hold or not', async (t) => {
        for (const handler of [LOST, () => {}]) {
            const { answer } = await blockWhile(t, handler);
            assert.match(
                answer.body.detail,
                /may or may not hold\. The proxy goes on trying, unless somebody asks for something else; repeating is safe/
            );
        }
    });

    it('answers 503 with Retry-After and asks no more while GoTallo is given a rest', async (t) => {
        const app = await runningApp(t, { store: file.store, goTallo: LOST });
        const block = () => app.call('PUT', `/v1/conversations/${newConversation()}/block`);
        let answer = await block();
        for (let calls = 1; calls < 10 && answer.status === 502; calls++) answer = await block();
        const sent = app.toGoTallo.length;
        assertProblem(answer, { status: 503, code: 'gotallo-unavailable' });
        assert.match(answer.body.detail, /busy or has not been answering, so it was not asked\. Nothing was changed\./);
        const id = newConversation();
        app.messages.set(...herokuMessage(id));
        const next = await app.call('PUT', `/v1/conversations/${id}/block`);
        assertProblem(next, { status: 503, code: 'gotallo-unavailable' });
        assert.ok(Number(next.headers.get('retry-after')) >= 1);
        assert.equal(next.body.view?.state, 'OPEN');
        assert.equal(next.body.view.block, null);
        assert.equal(app.toGoTallo.length, sent);
        assert.equal((await app.call('GET', `/v1/conversations/${id}`)).status, 200);
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
        const app = await runningApp(t, { store: brokenStore('result-not-stored', 'complete') });
        const answer = await app.call('PUT', BLOCK);
        assertProblem(answer, { status: 503, code: 'result-not-stored' });
        assert.match(answer.body.detail, /^The store was lost .* may or may not hold/);
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
