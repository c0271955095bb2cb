import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import type { SetupCheck, SetupCheckName, SetupView } from '#contract';
import { obligingGoTallo, TENANT_ID } from '../../../fakes/gotallo.ts';
import { SESSION, TOKEN_PATH, withOwnCalls } from '../../../fakes/platform-events.ts';
import { json, plain, type Handler } from '../../../fakes/server.ts';
import { webhookMessage } from '../../../fakes/webhook-message.ts';
import { copyPreparedDatabase } from '../../../scripts/prepared-database.ts';
import { openStore, type Store, type StoreOptions } from '../../src/store/store.ts';
import { CLIENT_SECRET, SIGN_IN } from '../events/event-org.ts';
import { newConversation, storeForFile } from '../support/journal.ts';
import { assertProblem } from '../support/problem.ts';
import { temporaryFolder } from '../support/proxy-process.ts';
import { GOTALLO_TOKEN, herokuMessage, runningApp, type AppOptions, type RunningApp } from '../support/running-app.ts';
import { ORG_ID, salesforceHandler, TOKENS, type Messages } from '../support/salesforce-handler.ts';

const SECRET = 'a-secret-for-webhooks-1';
const MINUTE = 60_000;

async function check(app: RunningApp, token: string = TOKENS.noor): Promise<SetupView> {
    const { status, body } = await app.call('GET', '/v1/setup', { token });
    assert.equal(status, 200);
    return body as unknown as SetupView;
}

async function rowOf(app: RunningApp, name: SetupCheckName): Promise<SetupCheck> {
    const row = (await check(app)).checks.find((each) => each.name === name);
    assert.ok(row, `no row ${name}`);
    return row;
}

async function ownStore(t: TestContext, options: StoreOptions = {}): Promise<Store> {
    const dataDir = path.join(await temporaryFolder(t), 'data');
    await copyPreparedDatabase(dataDir);
    const store = await openStore({ dataDir }, options);
    t.after(() => store.close().catch(() => {}));
    return store;
}

function found({ status, code }: SetupCheck): string {
    return `${status} ${code}`;
}

function block(app: RunningApp, id: string) {
    return app.call('PUT', `/v1/conversations/${id}/block`, { token: TOKENS.noor });
}

describe('the set-up check', () => {
    const file = storeForFile();

    /** Each test has a tenant of its own, so that none sees what another left in the store. */
    function start(t: TestContext, options: Partial<AppOptions> = {}): Promise<RunningApp> {
        return runningApp(t, { store: file.store, tenant: `t-${randomUUID()}`, webhookSecret: SECRET, ...options });
    }

    it('is for those who may manage', async (t) => {
        const app = await start(t);
        for (const token of [TOKENS.ana, TOKENS.robin]) {
            const answer = await app.call('GET', '/v1/setup', { token });
            assertProblem(answer, { status: 403, code: 'no-permission' });
            assert.match(answer.body.detail, /may not see the set-up/);
        }
    });

    it('is for people of the org who have signed in', async (t) => {
        const app = await start(t);
        for (const [token, status, code] of [
            [null, 401, 'invalid-token'],
            ['00D000000000001!made.up', 401, 'invalid-token'],
            [TOKENS.portal, 403, 'user-type-not-allowed'],
            [TOKENS.foreign, 403, 'wrong-org']
        ] as const) {
            assertProblem(await app.call('GET', '/v1/setup', { token }), { status, code });
        }
        const headers = { 'X-Salesforce-Org-Id': '00D000000000009EAA' };
        assertProblem(await app.call('GET', '/v1/setup', { token: TOKENS.noor, headers }), {
            status: 403,
            code: 'wrong-org'
        });
    });

    it('takes GET alone, at this address alone', async (t) => {
        const app = await start(t);
        const { status, headers } = await app.call('POST', '/v1/setup', { token: TOKENS.noor });
        assert.deepEqual([status, headers.get('allow')], [405, 'GET']);
        assert.equal((await app.call('GET', '/v1/setup/', { token: TOKENS.noor })).status, 404);
        assert.equal((await app.call('GET', '/v1/SETUP', { token: TOKENS.noor })).status, 404);
    });

    it('says when, of which org and tenant, and puts problems first', async (t) => {
        const app = await start(t, {
            tenant: 'problems-first',
            goTallo: (_request, response) => plain(response, 503, '')
        });
        const { checkedAt, orgId, tenant, checks } = await check(app);
        assert.ok(Math.abs(Date.parse(checkedAt) - Date.now()) < MINUTE);
        assert.deepEqual([orgId, tenant], [ORG_ID, 'problems-first']);
        const order = ['error', 'warning', 'unknown', 'ok'];
        const statuses = checks.map(({ status }) => status);
        assert.deepEqual(
            statuses,
            statuses.toSorted((a, b) => order.indexOf(a) - order.indexOf(b))
        );
        assert.equal(checks[0]?.name, 'gotallo');
        assert.equal(new Set(checks.map(({ name }) => name)).size, checks.length);
    });

    it('knows who calls, and by which permissions', async (t) => {
        const app = await start(t);
        assert.equal(found(await rowOf(app, 'connection')), 'ok arrived');
        assert.deepEqual((await rowOf(app, 'caller')).facts, ['Noor Haddad', '005000000000006AAA', ORG_ID]);
        const row = await rowOf(app, 'permissions');
        assert.equal(found(row), 'ok found');
        assert.deepEqual(row.facts, [['GoTallo_Block_Conversations'], ['GoTallo_Manage_Blocks']]);
    });

    it('is answered anew each time, and once for all who ask at the same time', async (t) => {
        const [own, goTallo] = [salesforceHandler(), obligingGoTallo()];
        const app = await start(t, {
            salesforce: (...asked) => void setTimeout(() => own(...asked), 300),
            goTallo: (...asked) => void setTimeout(() => goTallo(...asked), 150)
        });
        await check(app);
        const [before, asked] = [app.toGoTallo.length, app.toSalesforce.length];
        await Promise.all([check(app), check(app), check(app)]);
        assert.equal(app.toGoTallo.length, before + 1);
        assert.equal(app.toSalesforce.length, asked + 1);
        await check(app);
        assert.equal(app.toGoTallo.length, before + 2);
    });

    it('is refused with 429 to who asks all the time, and to nobody else', async (t) => {
        const app = await start(t);
        let last = await app.call('GET', '/v1/setup', { token: TOKENS.noor });
        for (let count = 0; last.status === 200 && count < 100; count += 1) {
            last = await app.call('GET', '/v1/setup', { token: TOKENS.noor });
        }
        assertProblem(last, { status: 429, code: 'too-many-requests' });
        assert.match(last.body.detail, /checked the set-up many times/);
        assert.ok(Number(last.headers.get('retry-after')) >= 1);
        assert.equal((await app.call('GET', `/v1/conversations/${newConversation()}`)).status, 200);
    });

    it('holds nothing secret, and nothing of customers', async (t) => {
        const messages: Messages = new Map();
        const id = newConversation();
        messages.set(...herokuMessage(id));
        const app = await start(t, {
            salesforce: withOwnCalls(salesforceHandler(messages), (_request, response) => json(response, 500, {})),
            events: SIGN_IN
        });
        await block(app, id);
        const text = JSON.stringify(await check(app));
        for (const secret of [GOTALLO_TOKEN, SECRET, CLIENT_SECRET, TOKENS.noor, SESSION, 'Maria', id]) {
            assert.ok(!text.includes(secret), `${secret} is in the answer`);
        }
    });

    it('calls a part that hangs unknown, and waits for no other', async (t) => {
        const app = await start(t, { goTallo: () => {}, setupTimeoutMs: 50 });
        const { checks } = await check(app);
        const rows = new Map(checks.map((row) => [row.name, row]));
        assert.equal(found(rows.get('gotallo') as SetupCheck), 'unknown timedOut');
        assert.deepEqual(rows.get('gotallo')?.facts, [0.05]);
        assert.equal(found(rows.get('connection') as SetupCheck), 'ok arrived');
    });

    describe('of GoTallo', () => {
        it('does not guess: before any call it is not known whether the token is good', async (t) => {
            const app = await start(t);
            const row = await rowOf(app, 'gotallo');
            assert.equal(found(row), 'unknown notUsed');
            assert.deepEqual(row.facts, [TENANT_ID]);
            assert.ok(app.toGoTallo.every(({ method, headers }) => method === 'GET' && !headers.authorization));
        });

        it('knows the token to be good once GoTallo has taken a call', async (t) => {
            const app = await start(t);
            await block(app, newConversation());
            assert.equal(found(await rowOf(app, 'gotallo')), 'ok accepted');
        });

        it('says that GoTallo refuses the token, until it takes one', async (t) => {
            const obliging = obligingGoTallo();
            let isRefused = true;
            const app = await start(t, {
                goTallo: (...asked) => (isRefused ? json(asked[1], 401, {}) : obliging(...asked))
            });
            await block(app, newConversation());
            const row = await rowOf(app, 'gotallo');
            assert.equal(found(row), 'error refused');
            assert.equal(row.facts[0], 401);
            isRefused = false;
            await block(app, newConversation());
            assert.equal(found(await rowOf(app, 'gotallo')), 'ok accepted');
        });

        it('says that it does not answer', async (t) => {
            const app = await start(t, { goTallo: (_request, response) => plain(response, 503, 'down') });
            assert.equal(found(await rowOf(app, 'gotallo')), 'error away');
        });

        it('says for which channels the native block is configured, or that it is for none', async (t) => {
            const app = await start(t, { nativeChannels: ['WHATSAPP', 'INSTAGRAM'] });
            const row = await rowOf(app, 'nativeBlock');
            assert.deepEqual([found(row), row.facts], ['ok configured', [['WHATSAPP', 'INSTAGRAM']]]);
            assert.equal(found(await rowOf(await start(t), 'nativeBlock')), 'warning notConfigured');
        });

        it('says that Block User is not taken as it is configured', async (t) => {
            const obliging = obligingGoTallo();
            const messages: Messages = new Map();
            const id = newConversation();
            messages.set(...herokuMessage(id));
            const app = await start(t, {
                nativeChannels: ['WHATSAPP'],
                salesforce: salesforceHandler(messages),
                goTallo: (request, response, number) =>
                    request.url.endsWith('/block/') ? json(response, 404, {}) : obliging(request, response, number)
            });
            await block(app, id);
            const row = await rowOf(app, 'nativeBlock');
            assert.deepEqual([found(row), row.facts[0]], ['error refused', 404]);
            assert.equal(found(await rowOf(app, 'gotallo')), 'ok accepted');
        });

        it('says whether conversations can be read', async (t) => {
            assert.equal(found(await rowOf(await start(t, { canBeRead: true }), 'read')), 'ok stateAndBlock');
            assert.equal(found(await rowOf(await start(t), 'read')), 'ok notConfigured');
        });
    });

    describe('of webhooks', () => {
        function deliver(app: RunningApp, id: string, fields: Record<string, unknown> = {}) {
            const body = webhookMessage(id, fields);
            return app.call('POST', `/v1/webhooks/gotallo/${SECRET}`, { token: null, body });
        }

        it('warns where none are taken, and where none has come lately', async (t) => {
            const { store } = file;
            const without = await runningApp(t, { store, tenant: `t-${randomUUID()}` });
            assert.equal(found(await rowOf(without, 'webhooks')), 'warning notConfigured');
            const app = await start(t);
            assert.equal(found(await rowOf(app, 'webhooks')), 'warning noneLately');
            await deliver(app, newConversation());
            const row = await rowOf(app, 'webhooks');
            assert.equal(found(row), 'ok seen');
            assert.ok(Math.abs(Date.parse((row.facts[0] as { at: string }).at) - Date.now()) < MINUTE);
        });

        it('counts none of another tenant, and none that was not taken', async (t) => {
            const [mine, theirs] = [await start(t), await start(t)];
            await deliver(theirs, newConversation());
            await deliver(mine, newConversation(), { tenant_id: randomUUID() });
            assert.equal(found(await rowOf(mine, 'webhooks')), 'warning noneLately');
        });
    });

    describe('of what stays out of Salesforce', () => {
        const later = (ms: number): string => new Date(Date.now() + ms).toISOString().replace('Z', '+0000');

        async function blocked(t: TestContext, options: Partial<AppOptions> = {}) {
            const messages: Messages = new Map();
            const app = await start(t, { salesforce: salesforceHandler(messages), ...options });
            const id = newConversation();
            await block(app, id);
            return { app, id, messages };
        }

        it('is not proven as long as nobody wrote', async (t) => {
            const { app } = await blocked(t);
            const row = await rowOf(app, 'exclusion');
            assert.equal(found(row), 'unknown notProven');
            assert.match(row.letter ?? '', new RegExp(`Organization id: {2}${ORG_ID}`));
            assert.match(row.letter ?? '', new RegExp(TENANT_ID));
        });

        it('is a warning with a letter where GoTallo is not said to have excluded BLOCKED', async (t) => {
            const { app } = await blocked(t, { blockedStateExcluded: false });
            const row = await rowOf(app, 'exclusion');
            assert.equal(found(row), 'warning notConfigured');
            assert.match(row.letter ?? '', /^To: support@GoTallo\.com\n/);
        });

        it('takes no message from before the block for a leak, and none of our own', async (t) => {
            const { app, id, messages } = await blocked(t);
            messages.set(...herokuMessage(id));
            assert.equal(found(await rowOf(app, 'exclusion')), 'unknown notProven');
            messages.set(...herokuMessage(id, { CreatedDate: later(0), Social25__Timestamp__c: later(0) }));
            assert.equal(found(await rowOf(app, 'exclusion')), 'unknown notProven', 'within ten seconds');
        });

        it('is not proven to somebody who may not see the messages', async (t) => {
            const own = salesforceHandler();
            const { app } = await blocked(t, {
                salesforce: (request, response, number) =>
                    request.url.includes('Social25__Chat_Identifier__c%2C')
                        ? json(response, 400, [{ errorCode: 'INVALID_TYPE', message: 'no such object' }])
                        : own(request, response, number)
            });
            assert.equal(found(await rowOf(app, 'exclusion')), 'unknown notProven');
        });

        it('looks at the blocks of its own tenant alone', async (t) => {
            const { id, messages } = await blocked(t);
            messages.set(...herokuMessage(id, { CreatedDate: later(0) }));
            const other = await start(t, { salesforce: salesforceHandler(messages) });
            await rowOf(other, 'exclusion');
            assert.ok(other.toSalesforce.every(({ url }) => !url.includes(id)));
        });
    });

    describe('of the connection for events', () => {
        const LIMITS = {
            DailyDeliveredPlatformEvents: { Max: 25_000, Remaining: 24_000 },
            HourlyPublishedPlatformEvents: { Max: 50_000, Remaining: 49_000 }
        };

        const connected = (t: TestContext, own: Handler): Promise<RunningApp> =>
            start(t, { events: SIGN_IN, salesforce: withOwnCalls(salesforceHandler(), own) });

        const withLimits =
            (status: number, body: unknown): Handler =>
            (request, response) =>
                request.url === TOKEN_PATH
                    ? json(response, 200, { access_token: SESSION })
                    : json(response, status, body);

        async function both(app: RunningApp): Promise<string[]> {
            const { checks } = await check(app);
            return checks.filter(({ name }) => /^event/.test(name)).map((row) => `${row.name}: ${found(row)}`);
        }

        it('says that it is optional where there is none, and has no allowance then', async (t) => {
            assert.deepEqual(await both(await start(t)), ['events: ok notConfigured']);
        });

        it('says how many events are left', async (t) => {
            const app = await connected(t, withLimits(200, LIMITS));
            assert.deepEqual(await both(app), ['events: ok working', 'eventAllowance: ok left']);
            assert.deepEqual((await rowOf(app, 'eventAllowance')).facts, [24_000, 25_000, 49_000, 50_000]);
        });

        it('warns when few are left, and says when none are', async (t) => {
            const left = (Remaining: number) => ({
                ...LIMITS,
                DailyDeliveredPlatformEvents: { Max: 25_000, Remaining }
            });
            assert.equal(
                found(await rowOf(await connected(t, withLimits(200, left(4_000))), 'eventAllowance')),
                'warning low'
            );
            assert.equal(
                found(await rowOf(await connected(t, withLimits(200, left(0))), 'eventAllowance')),
                'error usedUp'
            );
        });

        it('does not call the connection broken because its user may not read the limits', async (t) => {
            const app = await connected(t, withLimits(403, [{ errorCode: 'INSUFFICIENT_ACCESS', message: 'no' }]));
            assert.deepEqual(await both(app), ['eventAllowance: unknown notTold', 'events: ok working']);
        });

        it('does not trip over limits of another shape', async (t) => {
            const app = await connected(t, withLimits(200, { DailyApiRequests: { Max: 1, Remaining: 1 } }));
            assert.equal(found(await rowOf(app, 'eventAllowance')), 'unknown notTold');
        });

        it('says what to do when the org gives no token, by the code that it gave', async (t) => {
            for (const [error, code] of [
                ['invalid_client', 'credentials'],
                ['invalid_grant', 'flow']
            ] as const) {
                const app = await connected(t, (_request, response) => json(response, 400, { error }));
                const row = await rowOf(app, 'events');
                assert.deepEqual([found(row), row.facts], [`error ${code}`, [error]]);
                assert.equal(found(await rowOf(app, 'eventAllowance')), 'unknown notAsked');
            }
        });

        it('fetches a new token when the one it has has ended', async (t) => {
            let given = 0;
            const app = await connected(t, (request, response) => {
                if (request.url === TOKEN_PATH) return json(response, 200, { access_token: SESSION, n: (given += 1) });
                return given < 2
                    ? json(response, 401, [{ errorCode: 'INVALID_SESSION_ID', message: 'ended' }])
                    : json(response, 200, LIMITS);
            });
            assert.equal(found(await rowOf(app, 'events')), 'ok working');
        });

        it('says that events are refused while publishing fails', async (t) => {
            const app = await connected(t, (request, response) => {
                if (request.url === TOKEN_PATH) return json(response, 200, { access_token: SESSION });
                if (request.url.endsWith('/limits')) return json(response, 200, LIMITS);
                return json(response, 400, [{ errorCode: 'INVALID_TYPE', message: 'no such event' }]);
            });
            await block(app, newConversation());
            const until = Date.now() + 10_000;
            while (Date.now() < until && found(await rowOf(app, 'events')) !== 'error setup') {
                await new Promise((resolve) => setTimeout(resolve, 700));
            }
            assert.equal(found(await rowOf(app, 'events')), 'error setup');
        });
    });

    describe('of the store', () => {
        it('says which one it is, and that its clock is in step', async (t) => {
            const app = await start(t);
            assert.match(found(await rowOf(app, 'store')), /^(?:ok (?:embedded|server)|warning (?:slow|low))$/);
            assert.equal(found(await rowOf(app, 'clock')), 'ok inStep');
        });

        it('says that it is full before it is', async (t) => {
            const store = await ownStore(t, { reserveBytes: Number.MAX_SAFE_INTEGER });
            assert.equal(found(await rowOf(await start(t, { store }), 'store')), 'error full');
        });

        it('says that it is away, and what cannot be known then, and never fails', async (t) => {
            const store = await ownStore(t);
            const app = await start(t, { store });
            await store.close();
            const { checks } = await check(app);
            const rows = Object.fromEntries(checks.map((row) => [row.name, found(row)]));
            assert.equal(rows['store'], 'error away');
            for (const name of ['clock', 'webhooks', 'exclusion']) assert.equal(rows[name], 'unknown failed');
            assert.equal(rows['connection'], 'ok arrived');
            assert.ok(app.log.some(({ msg, check: name }) => msg === 'a set-up check failed' && name === 'clock'));
        });

        it('says that clocks differ, the more the worse', async (t) => {
            for (const [seconds, expected] of [
                [5, 'warning apart'],
                [3600, 'error apart']
            ] as const) {
                const now = (): Date => new Date(Date.now() - seconds * 1000);
                const store = await ownStore(t, { now });
                const row = await rowOf(await start(t, { store }), 'clock');
                assert.deepEqual([found(row), row.facts], [expected, [seconds]]);
            }
        });
    });

    describe('while Salesforce is away', () => {
        it('refuses as every other call, since nobody knows who calls', async (t) => {
            const app = await start(t, { salesforce: 'down' });
            assertProblem(await app.call('GET', '/v1/setup', { token: TOKENS.noor }), {
                status: 503,
                code: 'salesforce-unavailable'
            });
        });

        it('has rows that say what is not known, where it went away since', async (t) => {
            const own = salesforceHandler();
            let isDown = false;
            const app = await start(t, {
                salesforce: (request, response, number) =>
                    isDown ? plain(response, 503, '') : own(request, response, number)
            });
            await block(app, newConversation());
            await check(app);
            isDown = true;
            const { checks } = await check(app);
            const rows = Object.fromEntries(checks.map((row) => [row.name, found(row)]));
            assert.deepEqual([rows['permissions'], rows['exclusion']], ['unknown failed', 'unknown failed']);
        });
    });
});
