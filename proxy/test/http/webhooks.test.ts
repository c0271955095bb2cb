import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { webhookMessage } from '../../../fakes/webhook-message.ts';
import { NOTHING_STORED } from '../../src/conversations/knowledge/records.ts';
import type { Journal } from '../../src/conversations/protocol/journal.ts';
import { Failure } from '../../src/lib/failure.ts';
import { journalWith, newConversation, storeForFile } from '../support/journal.ts';
import { assertProblem } from '../support/problem.ts';
import { runningApp, type AppOptions, type CallOptions, type RunningApp } from '../support/running-app.ts';

const SECRET = 'acme-webhook-secret-1';
const ADDRESS = `/v1/webhooks/gotallo/${SECRET}`;
const STRANGER = '/v1/webhooks/gotallo/acme-webhook-secret-2';
const CONVERSATION = newConversation();

interface Refusal {
    what: string;
    method?: string;
    options: CallOptions;
    status: number;
    code: string;
    detail?: RegExp;
}

const REFUSALS: Refusal[] = [
    { what: 'a body that is not JSON', options: { body: '{"id":' }, status: 400, code: 'malformed-request' },
    {
        what: 'a message of another tenant',
        options: { body: webhookMessage(CONVERSATION, { tenant_id: '99999999-2222-4333-8444-555555555555' }) },
        status: 403,
        code: 'wrong-tenant',
        detail: /not taken/
    },
    { what: 'another method', method: 'PUT', options: {}, status: 405, code: 'method-not-allowed' },
    {
        what: 'a body far too large',
        options: { body: webhookMessage(CONVERSATION, { text: 'x'.repeat(300_000) }) },
        status: 413,
        code: 'body-too-large',
        detail: /at most 256 kB/
    },
    {
        what: 'a body of another type',
        options: { body: 'id=1', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } },
        status: 415,
        code: 'unsupported-media-type'
    },
    {
        what: 'a body in an encoding that nobody knows',
        options: { body: webhookMessage(CONVERSATION), headers: { 'Content-Encoding': 'zzz' } },
        status: 415,
        code: 'unsupported-media-type'
    },
    { what: 'no body', options: {}, status: 422, code: 'invalid-field', detail: /no message of GoTallo/ },
    { what: 'a list', options: { body: [] }, status: 422, code: 'invalid-field', detail: /no message of GoTallo/ },
    { what: 'null', options: { body: 'null' }, status: 422, code: 'invalid-field', detail: /no message of GoTallo/ },
    {
        what: 'a message without a time',
        options: { body: webhookMessage(CONVERSATION, { timestamp: null, modified_timestamp: 'soon' }) },
        status: 422,
        code: 'invalid-field',
        detail: /"timestamp"/
    },
    {
        what: 'a message of no conversation',
        options: { body: webhookMessage(CONVERSATION, { conversation_id: 'Maria Lopez' }) },
        status: 422,
        code: 'invalid-field',
        detail: /"conversation_id"/
    }
];

describe("GoTallo's webhook", () => {
    const file = storeForFile();

    function appWith(t: TestContext, options: Partial<AppOptions> = {}): Promise<RunningApp> {
        return runningApp(t, { store: file.store, webhookSecret: SECRET, ...options });
    }

    it('tells the state, the channel and the name of a conversation that nothing was known of', async (t) => {
        const app = await appWith(t);
        const id = newConversation();
        const taken = await app.call('POST', ADDRESS, { token: null, body: webhookMessage(id) });
        assert.equal(taken.status, 204);
        assert.equal(taken.body, null);
        const { body } = await app.call('GET', `/v1/conversations/${id}`);
        assert.equal(body.state, 'CLOSED');
        assert.equal(body.stateSource, 'webhook');
        assert.equal(body.channel.name, 'WHATSAPP');
        assert.equal(body.customer.name, 'Maria Lopez');
    });

    for (const time of ['9999-12-31T23:59:59-12:00', '9999-12-31T23:59:59Z']) {
        it(`is taken when it says that it is written at ${time}, and the conversation stays usable`, async (t) => {
            const app = await appWith(t);
            const id = newConversation();
            const body = webhookMessage(id, { timestamp: time, modified_timestamp: time });
            for (const turn of ['first', 'again']) {
                assert.equal((await app.call('POST', ADDRESS, { token: null, body })).status, 204, turn);
            }
            const { body: seen } = await app.call('GET', `/v1/conversations/${id}`);
            assert.equal(seen.state, 'CLOSED');
            assert.ok(Date.parse(seen.asOf ?? '') <= Date.now());
            assert.equal((await app.call('PUT', `/v1/conversations/${id}/block`)).body.state, 'BLOCKED');
            const later = webhookMessage(id, { timestamp: time, modified_timestamp: time, conversation_state: 'OPEN' });
            assert.equal((await app.call('POST', ADDRESS, { token: null, body: later })).status, 204);
            assert.equal((await app.call('DELETE', `/v1/conversations/${id}/block`)).body.state, 'OPEN');
        });
    }

    it('needs nobody else: neither Salesforce nor GoTallo is asked', async (t) => {
        const app = await appWith(t);
        await app.call('POST', ADDRESS, { token: null, body: webhookMessage(newConversation()) });
        assert.deepEqual(app.toSalesforce, []);
        assert.deepEqual(app.toGoTallo, []);
    });

    it('is taken again and changes nothing when the same message comes twice', async (t) => {
        const app = await appWith(t);
        const id = newConversation();
        const body = webhookMessage(id);
        await app.call('POST', ADDRESS, { body });
        const before = await app.call('GET', `/v1/conversations/${id}`);
        assert.equal((await app.call('POST', ADDRESS, { body: { ...body, conversation_state: 'OPEN' } })).status, 204);
        assert.deepEqual((await app.call('GET', `/v1/conversations/${id}`)).body, before.body);
    });

    it('is not limited as the changes of agents are', async (t) => {
        const app = await appWith(t, { writesPerMinute: 1 });
        const calls = Array.from({ length: 20 }, () =>
            app.call('POST', ADDRESS, { token: null, body: webhookMessage(newConversation()) })
        );
        const statuses = (await Promise.all(calls)).map(({ status }) => status);
        assert.deepEqual([...new Set(statuses)], [204]);
    });

    it('answers 503 with Retry-After while the store is away, and takes the message when it comes again', async (t) => {
        let isAway = true;
        const journalOf = (tenant: string): Journal => {
            const whole = file.store.journalOf(tenant);
            return journalWith(whole, {
                recordFindings: async (...args) => {
                    if (isAway) throw new Failure('store-unavailable');
                    return whole.recordFindings(...args);
                }
            });
        };
        const app = await appWith(t, { store: { ...file.store, journalOf } });
        const id = newConversation();
        const body = webhookMessage(id);
        const answer = await app.call('POST', ADDRESS, { token: null, body });
        assertProblem(answer, { status: 503, code: 'store-unavailable' });
        assert.ok(Number(answer.headers.get('retry-after')) > 0);
        isAway = false;
        assert.equal((await app.call('POST', ADDRESS, { token: null, body })).status, 204);
        assert.equal((await app.call('GET', `/v1/conversations/${id}`)).body.state, 'CLOSED');
    });

    it('waits its turn behind a few others, so that agents find the store free, and is refused when too many wait', async (t) => {
        t.mock.timers.enable({ apis: ['setTimeout'] }); // no turn is waited for in vain
        const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
        const { promise: full, resolve: isFull } = Promise.withResolvers<void>();
        let noting = 0;
        let most = 0;
        const journalOf = (tenant: string): Journal =>
            journalWith(file.store.journalOf(tenant), {
                recordFindings: async () => {
                    noting += 1;
                    most = Math.max(most, noting);
                    await held;
                    noting -= 1;
                    return NOTHING_STORED;
                }
            });
        const app = await appWith(t, { store: { ...file.store, journalOf } });
        const send = () => app.call('POST', ADDRESS, { token: null, body: webhookMessage(newConversation()) });
        const answers = Array.from({ length: 104 }, () => send().finally(isFull));
        await full;
        const refused = await Promise.race(answers);
        assertProblem(refused, { status: 503, code: 'store-unavailable' });
        assert.equal(refused.headers.get('retry-after'), '5');
        assert.equal((await app.call('PUT', `/v1/conversations/${newConversation()}/block`)).status, 200);
        letGo();
        const statuses = (await Promise.all(answers)).map(({ status }) => status);
        assert.deepEqual(
            statuses.toSorted(),
            Array.from({ length: 104 }, (_, index) => (index < 103 ? 204 : 503))
        );
        assert.equal(most, 3);
    });

    for (const { what, method = 'POST', options, status, code, detail } of REFUSALS) {
        it(`answers ${status} ${code} to ${what}, and takes nothing`, async (t) => {
            const app = await appWith(t);
            const answer = await app.call(method, ADDRESS, { token: null, ...options });
            assertProblem(answer, { status, code });
            if (detail !== undefined) assert.match(answer.body.detail, detail);
            assert.equal((await app.call('GET', `/v1/conversations/${CONVERSATION}`)).body.stateSource, 'none');
        });
    }

    it('says which method it takes', async (t) => {
        const app = await appWith(t);
        assert.equal((await app.call('GET', ADDRESS)).headers.get('allow'), 'POST');
    });
});

describe("the address of GoTallo's webhook", () => {
    const file = storeForFile();

    const STRANGE = [
        STRANGER,
        `${ADDRESS}x`,
        ADDRESS.slice(0, -1),
        ADDRESS.toUpperCase(),
        `${ADDRESS}/more`,
        `${ADDRESS}/`
    ];
    for (const path of [...STRANGE, '/v1/webhooks/gotallo', '/v1/webhooks/gotallo/', '/v1/webhooks/gotallo/%zz']) {
        it(`is not ${path}: nothing is there, as at any other address`, async (t) => {
            const app = await runningApp(t, { store: file.store, webhookSecret: SECRET });
            for (const method of ['POST', 'GET']) {
                const answer = await app.call(method, path);
                assertProblem(answer, { status: 404, code: 'not-found' });
                const unknown = await app.call(method, '/v1/nothing');
                assert.deepEqual({ ...answer.body, requestId: '' }, { ...unknown.body, requestId: '' });
                assert.deepEqual([...answer.headers.keys()], [...unknown.headers.keys()]);
            }
        });
    }

    it('is nowhere where the tenant has no secret', async (t) => {
        const app = await runningApp(t, { store: file.store });
        for (const path of [ADDRESS, '/v1/webhooks/gotallo/null', '/v1/webhooks/gotallo/[secret]']) {
            assertProblem(await app.call('POST', path, { body: {} }), { status: 404, code: 'not-found' });
        }
    });

    it('does not read the body of whoever has no secret', async (t) => {
        const app = await runningApp(t, { store: file.store, webhookSecret: SECRET });
        const answer = await app.call('POST', STRANGER, { body: '{not json' });
        assertProblem(answer, { status: 404, code: 'not-found' });
    });

    it('never stands in the log, be it right or wrong, nor in an answer', async (t) => {
        const app = await runningApp(t, { store: file.store, webhookSecret: SECRET });
        const answers = await Promise.all(
            [ADDRESS, `${ADDRESS}/`, `${ADDRESS}?again=1`, `${ADDRESS}/more`, STRANGER, `/v1${ADDRESS}`].flatMap(
                (path) => [
                    app.call('POST', path, { body: webhookMessage(newConversation()) }),
                    app.call('POST', path, { body: '{not json' }),
                    app.call('DELETE', path)
                ]
            )
        );
        const told = JSON.stringify(answers.map(({ body, headers }) => [body, [...headers]]));
        assert.ok(!told.includes('acme-webhook-secret'), told);
        const lines = app.lines.join('');
        assert.ok(!lines.includes('acme-webhook-secret'), lines);
        const paths = app.log.filter(({ msg }) => msg === 'answered').map(({ path }) => path);
        assert.deepEqual([...new Set(paths)].sort(), ['(other)', '/v1/webhooks/gotallo/(secret)']);
    });
});
