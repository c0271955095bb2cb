import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import type { HistoryView } from '#contract';
import { obligingGoTallo } from '../../../fakes/gotallo.ts';
import { newConversation, storeForFile } from '../support/journal.ts';
import { assertProblem } from '../support/problem.ts';
import { herokuMessage, runningApp, type AppOptions } from '../support/running-app.ts';
import { TOKENS } from '../support/salesforce-handler.ts';

const later = (ms: number): string => new Date(Date.now() + ms).toISOString();

describe('blocks with an end, and undo', () => {
    const file = storeForFile();

    async function open(t: TestContext, options: Partial<AppOptions> = {}, state = 'AUTO_BOT') {
        const app = await runningApp(t, { store: file.store, ...options });
        const id = newConversation();
        const [key, message] = herokuMessage(id);
        app.messages.set(key, { ...message, Social25__Conversation_State__c: state });
        const address = `/v1/conversations/${id}`;
        return {
            app,
            address,
            block: (body: object) => app.call('PUT', `${address}/block`, { body }),
            undo: (operationId: unknown, token?: string) =>
                app.call('POST', `${address}/undo`, { body: { operationId }, ...(token && { token }) })
        };
    }

    it('blocks until a time, which the view and the history tell, and which a repeat can move or take away', async (t) => {
        const { app, address, block } = await open(t);
        const [first, second] = [later(60_000), later(3_600_000)];
        assert.equal((await block({ until: first })).body.block?.until, first);
        assert.equal((await block({ reason: 'Spam' })).body.block?.until, first);
        assert.equal((await block({ until: second })).body.block?.until, second);
        assert.equal((await block({ until: null })).body.block?.until, null);
        const { body } = await app.call('GET', `${address}/history`);
        assert.deepEqual(
            (body as unknown as HistoryView).operations.map(({ until }) => until),
            [null, second, null, first]
        );
    });

    it('takes a word with an unblock, trimmed, or none, and shows it in the history', async (t) => {
        const { app, address, block } = await open(t);
        for (const body of [{ note: '  a known customer ' }, { note: ' ' }, {}, undefined]) {
            await block({ reason: 'Spam' });
            const answer = await app.call('DELETE', `${address}/block`, { body });
            assert.deepEqual([answer.status, answer.body.state], [200, 'OPEN']);
        }
        const { body } = await app.call('GET', `${address}/history`);
        assert.deepEqual(
            (body as unknown as HistoryView).operations.flatMap(({ kind, note }) => (kind === 'unblock' ? [note] : [])),
            [null, null, null, 'a known customer']
        );
    });

    it('reads an end with the offset of the agent', async (t) => {
        const { block } = await open(t);
        const { body } = await block({ until: '2031-01-01T00:00:00+09:00' });
        assert.equal(body.block?.until, '2030-12-31T15:00:00.000Z');
    });

    it('answers 422 end-in-past to an end that is over, with what holds, and sends nothing', async (t) => {
        const { app, block } = await open(t);
        for (const until of [later(-1000), '1999-12-31T23:59:59Z']) {
            const answer = await block({ until, note: 'crypto links' });
            assertProblem(answer, { status: 422, code: 'end-in-past' });
            assert.match(answer.body.detail, /not in the future\. Nothing was changed\./);
            assert.equal(answer.body.view?.state, 'AUTO_BOT');
        }
        assert.equal(app.toGoTallo.length, 0);
    });

    for (const [what, until] of Object.entries({
        'is no date': 'tomorrow',
        'has no offset': '2031-01-01T00:00:00',
        'does not exist': '2031-02-30T00:00:00Z',
        'is a number': 1_900_000_000_000,
        'is a hundred years away': later(100 * 365 * 24 * 3_600_000)
    })) {
        it(`answers 422 invalid-field to an end that ${what}`, async (t) => {
            const { app, block } = await open(t);
            const answer = await block({ until });
            assertProblem(answer, { status: 422, code: 'invalid-field' });
            assert.match(answer.body.detail, /"until" must be/);
            assert.equal(app.toGoTallo.length, 0);
        });
    }

    it('changes the block that is named, and no other one', async (t) => {
        const { app, address, block } = await open(t);
        const { body: first } = await block({ reason: 'Spam' });
        const blockId = first.block?.id;
        assert.equal((await block({ blockId, note: 'again' })).body.block?.note, 'again');
        await app.call('DELETE', `${address}/block`);
        const sent = app.toGoTallo.length;
        const over = await block({ blockId, reason: null, note: null, until: null });
        assertProblem(over, { status: 409, code: 'block-changed' });
        assert.equal(over.body.view?.state, 'OPEN');
        assert.equal(app.toGoTallo.length, sent);
        const { body: second } = await block({ reason: 'Fraud' });
        assertProblem(await block({ blockId, note: 'mine' }), { status: 409, code: 'block-changed' });
        assert.notEqual(second.block?.id, blockId);
        assert.equal((await app.call('GET', address)).body.block?.note, null);
    });

    it('answers 422 invalid-field to a block named by something else than an id', async (t) => {
        const { block } = await open(t);
        assertProblem(await block({ blockId: 'mine' }), { status: 422, code: 'invalid-field' });
    });

    it('takes a block back to the state before it, once', async (t) => {
        const { app, block, undo } = await open(t);
        const { body } = await block({});
        assert.equal(body.undo?.state, 'AUTO_BOT');
        const undone = await undo(body.undo.operationId);
        assert.equal(undone.status, 200);
        assert.deepEqual([undone.body.state, undone.body.block, undone.body.undo], ['AUTO_BOT', null, null]);
        assert.deepEqual((await undo(body.undo.operationId)).body.state, 'AUTO_BOT');
        assert.deepEqual(
            app.toGoTallo.map((request) => (JSON.parse(request.body) as { state: number }).state),
            [4, 2]
        );
    });

    it('answers 409 undo-not-possible to a colleague, and to what nobody did', async (t) => {
        const { block, undo } = await open(t);
        const { body } = await block({});
        for (const refused of [
            await undo(body.undo?.operationId, TOKENS.sam),
            await undo('0f8fad5b-d9cb-469f-a165-70867728950e')
        ]) {
            assertProblem(refused, { status: 409, code: 'undo-not-possible' });
            assert.equal(refused.body.view?.state, 'BLOCKED');
        }
    });

    it('says what became of an undo that GoTallo did not answer', async (t) => {
        let isDown = false;
        const goTallo = obligingGoTallo();
        const { block, undo } = await open(t, {
            goTallo: (request, response, number) => (isDown ? response.destroy() : goTallo(request, response, number))
        });
        const { body } = await block({});
        isDown = true;
        const lost = await undo(body.undo?.operationId);
        assertProblem(lost, { status: 502, code: 'gotallo-failed' });
        assert.equal(lost.body.view?.state, null);
        assert.equal(lost.body.view.undo, null);
    });

    for (const [what, operationId] of [
        ['no operation', undefined],
        ['something else than an id', 'last']
    ] as const) {
        it(`answers 422 invalid-field to an undo that names ${what}`, async (t) => {
            const { undo } = await open(t);
            assertProblem(await undo(operationId), { status: 422, code: 'invalid-field' });
        });
    }

    it('answers 405 to other methods than POST, and 401 without a token', async (t) => {
        const { app, address } = await open(t);
        const got = await app.call('GET', `${address}/undo`);
        assertProblem(got, { status: 405, code: 'method-not-allowed' });
        assert.equal(got.headers.get('allow'), 'POST');
        assertProblem(await app.call('POST', `${address}/undo`, { token: null }), {
            status: 401,
            code: 'invalid-token'
        });
    });
});
