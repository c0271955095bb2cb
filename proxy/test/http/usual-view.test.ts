import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, it, type TestContext } from 'node:test';
import { json, type Handler } from '../../../fakes/server.ts';
import { withoutDashes, type ConversationId } from '../../src/conversations/knowledge/conversation-id.ts';
import type { Journal } from '../../src/conversations/protocol/journal.ts';
import { Failure } from '../../src/lib/failure.ts';
import type { Store } from '../../src/store/store.ts';
import { countingExpress } from '../support/counting-express.ts';
import { journalWith, newConversation, storeForFile } from '../support/journal.ts';
import { headersOf, rawCall } from '../support/raw-call.ts';
import { herokuMessage, runningApp, type AppOptions, type RunningApp } from '../support/running-app.ts';
import { salesforceHandler, TOKENS, type Messages } from '../support/salesforce-handler.ts';
import { until } from '../support/until.ts';

const REQUEST_ID = 'X-Request-Id: from-the-caller-1';
const CHANNEL = { nativeChannels: ['WHATSAPP'] };

/** A conversation in some way, and what its view says then. */
interface Kind {
    what: string;
    options?: Partial<AppOptions>;
    token?: string;
    prepare?(app: RunningApp, id: ConversationId): Promise<unknown> | void;
    shows: RegExp;
}

/** What one of the two ways answered and logged, but for times. */
interface Answered {
    head: string[];
    body: string;
    log: unknown[];
}

describe('the usual view, ahead of Express,', () => {
    const file = storeForFile();

    /** An app that knows its callers already, and how many requests reach Express. */
    async function appWithKnownCallers(t: TestContext, options: Partial<AppOptions> = {}) {
        const express = countingExpress(t);
        const app = await runningApp(t, { store: file.store, ...options });
        for (const token of [TOKENS.ana, TOKENS.robin, TOKENS.noor]) {
            await app.call('GET', `/v1/conversations/${newConversation()}`, { token });
        }
        return { app, express };
    }

    async function answered(app: RunningApp, path: string, token: string): Promise<Answered> {
        app.log.length = 0;
        const answer = await rawCall(app.url, `GET ${path}`, { headers: [...headersOf(token), REQUEST_ID] });
        const [head = '', body = ''] = answer.split('\r\n\r\n');
        const log = app.log.map((line) => ({ ...line, time: '', ms: 0, err: withoutStack(line['err']) }));
        return { head: head.split('\r\n').filter((header) => !header.startsWith('Date: ')), body, log };
    }

    const block = (app: RunningApp, id: ConversationId, body: object = { reason: 'Spam', note: 'crypto links' }) =>
        app.call('PUT', `/v1/conversations/${id}/block`, { body });
    const unblock = (app: RunningApp, id: ConversationId) => app.call('DELETE', `/v1/conversations/${id}/block`);
    const tellState = (state: string) => (app: RunningApp, id: ConversationId) =>
        void app.messages.set(...herokuMessage(id, { Social25__Conversation_State__c: state }));
    const tell = (app: RunningApp, id: ConversationId) => void app.messages.set(...herokuMessage(id));
    /** Somebody who writes now, so that the channel can block them. */
    const write = (app: RunningApp, id: ConversationId) => {
        const now = new Date().toISOString().replace('Z', '+0000');
        app.messages.set(...herokuMessage(id, { Social25__Timestamp__c: now, CreatedDate: now }));
    };
    const goTallo =
        (toBlockUser: Handler): Handler =>
        (request, response, number) =>
            request.url.endsWith('/block/')
                ? toBlockUser(request, response, number)
                : void response.writeHead(204).end();

    const KINDS: Kind[] = [
        { what: 'a conversation that nobody knows', shows: /"state":null,"stateSource":"none"/ },
        ...['OPEN', 'AUTO_BOT', 'CLOSED', 'EXPIRED', 'BLOCKED'].map((state) => ({
            what: `the state ${state}`,
            prepare: tellState(state),
            shows: new RegExp(`"state":"${state}","stateSource":"heroku-message"`)
        })),
        { what: 'a block', prepare: block, shows: /"note":"crypto links",.*"state":"confirmed"/ },
        {
            what: 'a block that ends by itself',
            prepare: (app, id) => block(app, id, { until: new Date(Date.now() + 3_600_000).toISOString() }),
            shows: /"until":"20/
        },
        {
            what: 'a block that was changed',
            prepare: async (app, id) => {
                await block(app, id);
                await block(app, id, { note: 'other words' });
            },
            shows: /"changed":\{"by"/
        },
        {
            what: 'a block that GoTallo did not confirm',
            options: { goTallo: (_, response) => void response.destroy() },
            prepare: block,
            shows: /"state":"pending"/
        },
        {
            what: 'a native block',
            options: { ...CHANNEL, goTallo: goTallo((_, response) => json(response, 200, {})) },
            prepare: async (app, id) => {
                write(app, id);
                await block(app, id);
            },
            shows: /"nativeBlock":\{"status":"blocked"/
        },
        {
            what: 'a native block that was lifted',
            options: { ...CHANNEL, goTallo: goTallo((_, response) => json(response, 200, {})) },
            prepare: async (app, id) => {
                write(app, id);
                await block(app, id);
                await unblock(app, id);
            },
            shows: /"nativeBlock":\{"status":"not-blocked"/
        },
        {
            what: 'a native block that the channel refused',
            options: { ...CHANNEL, goTallo: goTallo((_, response) => json(response, 400, {})) },
            prepare: async (app, id) => {
                write(app, id);
                await block(app, id);
            },
            shows: /"nativeBlock":\{"status":"refused"/
        },
        {
            what: 'a native block without a clear answer',
            options: { ...CHANNEL, goTallo: goTallo((_, response) => void response.destroy()) },
            prepare: async (app, id) => {
                write(app, id);
                await block(app, id);
            },
            shows: /"nativeBlock":\{"status":"unconfirmed"/
        },
        {
            what: 'an Undo',
            prepare: async (app, id) => {
                tell(app, id);
                await block(app, id);
            },
            shows: /"undo":\{"operationId"/
        },
        {
            what: 'an unblock, and the block before it',
            prepare: async (app, id) => {
                await block(app, id);
                await unblock(app, id);
            },
            shows: /"earlierBlocks":\{"count":1/
        },
        {
            what: 'a caller without permission',
            token: TOKENS.robin,
            prepare: async (app, id) => {
                tell(app, id);
                await block(app, id);
            },
            shows: /"customer":\{"name":null\}.*"note":null.*"actions":\[\]/
        },
        { what: 'a supervisor', token: TOKENS.noor, prepare: block, shows: /"actions":\["unblock"\]/ },
        {
            what: 'a GoTallo that can be read',
            options: {
                ...CHANNEL,
                canBeRead: true,
                goTallo: ({ method }, response) =>
                    method === 'GET'
                        ? json(response, 200, { state: 4, is_blocked: true })
                        : void response.writeHead(204).end()
            },
            prepare: tell,
            shows: /"stateSource":"gotallo"/
        },
        {
            what: 'a GoTallo that is given a rest',
            options: { goTallo: (_, response) => void response.destroy() },
            prepare: async (app, id) => {
                let answer = await block(app, newConversation());
                for (let calls = 1; calls < 10 && answer.status === 502; calls += 1) {
                    answer = await block(app, newConversation());
                }
                assert.equal(answer.body.code, 'gotallo-unavailable');
                tell(app, id);
            },
            shows: /"state":"OPEN"/
        },
        {
            what: 'a tenant whose blocked messages still reach the org',
            options: { blockedStateExcluded: false },
            shows: /"blockedStateExcluded":false/
        }
    ];

    for (const { what, options, token = TOKENS.ana, prepare = () => {}, shows } of KINDS) {
        it(`is the one that Express answers: ${what}`, async (t) => {
            const { app, express } = await appWithKnownCallers(t, options);
            const id = newConversation();
            await prepare(app, id);
            await assertSame(app, express, { id, token, status: 200, shows });
        });
    }

    const NOT_SHOWN: (Omit<Kind, 'options'> & { status: number; options: () => Partial<AppOptions> })[] = [
        {
            what: 'the store is away',
            options: () => ({ store: storeThatFails(new Failure('store-unavailable')) }),
            status: 503,
            shows: /"code":"store-unavailable"/
        },
        {
            what: 'something nobody foresaw happens',
            options: () => ({ store: storeThatFails(new TypeError('secret detail')) }),
            status: 500,
            shows: /"code":"internal-error"/
        },
        {
            what: 'Salesforce is away, and nothing is known otherwise',
            options: () => ({ salesforce: orgWhoseMessages((response) => json(response, 503, [])) }),
            status: 503,
            shows: /"code":"salesforce-unavailable"/
        },
        {
            what: 'Salesforce is away, and the journal knows',
            options: () => ({ salesforce: orgWhoseMessages((response) => json(response, 503, [])) }),
            prepare: block,
            status: 200,
            shows: /"stateSource":"proxy"/
        },
        {
            what: 'the token ended since it was found good',
            options: () => ({
                salesforce: orgWhoseMessages((response) =>
                    json(response, 401, [{ errorCode: 'INVALID_SESSION_ID', message: 'expired' }])
                )
            }),
            status: 401,
            shows: /"code":"invalid-token"/
        }
    ];
    for (const { what, options, prepare = () => {}, status, shows } of NOT_SHOWN) {
        it(`is answered as Express does when ${what}`, async (t) => {
            const { app, express } = await appWithKnownCallers(t, options());
            const id = newConversation();
            await prepare(app, id);
            await assertSame(app, express, { id, token: TOKENS.ana, status, shows });
        });
    }

    /** Asks both ways: a question mark behind the address changes nothing, but is not usual. */
    async function assertSame(
        app: RunningApp,
        express: { requests: number },
        { id, token, status, shows }: { id: ConversationId; token: string; status: number; shows: RegExp }
    ): Promise<void> {
        express.requests = 0;
        const ahead = await answered(app, `/v1/conversations/${id}`, token);
        assert.equal(express.requests, 0);
        const byExpress = await answered(app, `/v1/conversations/${id}?`, token);
        assert.equal(express.requests, 1);
        assert.match(String(ahead.head[0]), new RegExp(`^HTTP/1\\.1 ${status} `));
        assert.match(ahead.body, shows);
        assert.deepEqual(ahead, byExpress);
        assert.ok(ahead.log.length > 0);
    }

    /** A store whose conversations cannot be read. */
    function storeThatFails(error: Error): Store {
        return storeWhose({ read: async () => Promise.reject(error) });
    }

    function storeWhose(replaced: Partial<Journal>): Store {
        return { ...file.store, journalOf: (tenant) => journalWith(file.store.journalOf(tenant), replaced) };
    }

    /** An org that knows its people, and answers queries for messages alone in some other way. */
    function orgWhoseMessages(answer: (response: Parameters<Handler>[1]) => void): Handler {
        const messages: Messages = new Map();
        const whole = salesforceHandler(messages);
        return (request, response, number) =>
            request.url.includes('/query') ? answer(response) : whole(request, response, number);
    }

    const id = newConversation();
    const path = `/v1/conversations/${id}`;
    const ana = headersOf(TOKENS.ana);
    const UNUSUAL: [what: string, line: string, status: number, call?: { headers?: string[]; body?: string }][] = [
        ['HEAD', `HEAD ${path}`, 200],
        ['OPTIONS', `OPTIONS ${path}`, 405],
        ['a method that it does not take', `PUT ${path}`, 405],
        ['an id in capitals', `GET /v1/conversations/${id.toUpperCase()}`, 200],
        ['an id without dashes', `GET /v1/conversations/${withoutDashes(id)}`, 200],
        ['no id', 'GET /v1/conversations/', 404],
        ['an id that is none', 'GET /v1/conversations/none', 400],
        ['an id that is longer', `GET ${path}0`, 400],
        ['an id with an escape', `GET /v1/conversations/%${id.slice(1)}`, 400],
        ['a slash behind', `GET ${path}/`, 404],
        ['two slashes before', `GET /${path}`, 404],
        ['capitals in the path', `GET /V1/conversations/${id}`, 404],
        ['a query', `GET ${path}?fresh=1`, 200],
        ['an absolute address', `GET http://proxy${path}`, 200],
        ['a body', `GET ${path}`, 200, { headers: [...ana, 'Content-Length: 2'], body: '{}' }],
        ['a body without anything in it', `GET ${path}`, 200, { headers: [...ana, 'Content-Length: 0'] }],
        [
            'a body in pieces',
            `GET ${path}`,
            200,
            { headers: [...ana, 'Transfer-Encoding: chunked'], body: '0\r\n\r\n' }
        ],
        ['no token', `GET ${path}`, 401, { headers: ana.slice(1) }],
        ['no org', `GET ${path}`, 400, { headers: ana.slice(0, 1) }],
        ['an org that is none', `GET ${path}`, 400, { headers: [...ana.slice(0, 1), 'X-Salesforce-Org-Id: acme'] }],
        [
            'an org of others',
            `GET ${path}`,
            403,
            { headers: [...ana.slice(0, 1), 'X-Salesforce-Org-Id: 00D000000000009EAA'] }
        ],
        ['two orgs', `GET ${path}`, 400, { headers: [...ana, ...ana.slice(1)] }],
        ['a token of nobody', `GET ${path}`, 401, { headers: headersOf('00D000000000001!made-up') }],
        ['a token that begins as a good one', `GET ${path}`, 401, { headers: headersOf(TOKENS.ana.slice(0, -1)) }],
        ['a token of another org', `GET ${path}`, 403, { headers: headersOf(TOKENS.foreign) }],
        ['a token of a portal user', `GET ${path}`, 403, { headers: headersOf(TOKENS.portal) }],
        ['another scheme', `GET ${path}`, 401, { headers: [`Authorization: Basic ${TOKENS.ana}`, ...ana.slice(1)] }],
        ['a token that was not asked about yet', `GET ${path}`, 200, { headers: headersOf(TOKENS.sam) }]
    ];
    for (const [what, line, status, call] of UNUSUAL) {
        it(`leaves to Express what has ${what}`, async (t) => {
            const { app, express } = await appWithKnownCallers(t);
            express.requests = 0;
            const answer = await rawCall(app.url, line, call);
            assert.match(answer, new RegExp(`^HTTP/1\\.1 ${status} `));
            assert.equal(express.requests, 1);
            assert.equal(app.log.at(-1)?.['status'], status);
        });
    }

    it('leaves to Express whoever waits to be told to go on', async (t) => {
        const { app, express } = await appWithKnownCallers(t);
        express.requests = 0;
        const answer = await rawCall(app.url, `GET ${path}`, { headers: [...ana, 'Expect: 100-continue'] });
        assert.match(answer, /^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 OK\r\n/);
        assert.equal(express.requests, 1);
    });

    it('takes the org by its id of 15 characters as well', async (t) => {
        const { app, express } = await appWithKnownCallers(t);
        express.requests = 0;
        const headers = [...ana.slice(0, 1), 'X-Salesforce-Org-Id: 00D000000000001'];
        assert.match(await rawCall(app.url, `GET ${path}`, { headers }), /^HTTP\/1\.1 200 /);
        assert.equal(express.requests, 0);
    });

    describe('on one connection', () => {
        /** A journal that waits with what it reads of one conversation, and whose waiting a test ends. */
        function slowStore(about: ConversationId) {
            const asked = Promise.withResolvers<void>();
            const released = Promise.withResolvers<void>();
            const store: Store = {
                ...file.store,
                journalOf(tenant) {
                    const journal = file.store.journalOf(tenant);
                    const read: Journal['read'] = async (conversation) => {
                        if (conversation === about) {
                            asked.resolve();
                            await released.promise;
                        }
                        return journal.read(conversation);
                    };
                    return journalWith(journal, { read });
                }
            };
            return { store, asked: asked.promise, release: released.resolve };
        }

        const usual = [`GET ${path} HTTP/1.1`, 'Host: proxy', ...ana, '', ''].join('\r\n');
        const unusual = usual.replace(path, `${path}?`);

        it('is answered in turn with the others that were sent without waiting', async (t) => {
            const { app, express } = await appWithKnownCallers(t);
            express.requests = 0;
            const socket = connect(Number(new URL(app.url).port), '127.0.0.1');
            const ids = ['request-1', 'request-2', 'request-3'];
            const named = (request: string, at: number): string =>
                request.replace('Host:', `X-Request-Id: ${ids[at]}\r\nHost:`);
            const last = usual.replace('Host:', 'Connection: close\r\nHost:');
            socket.write([usual, unusual, last].map(named).join(''));
            const answers = await text(socket);
            assert.deepEqual(
                [...answers.matchAll(/X-Request-Id: (\S+)/g)].map(([, request]) => request),
                ids
            );
            assert.equal(answers.split('HTTP/1.1 200 OK').length, 4);
            assert.equal(express.requests, 1);
        });

        it('has one line in the log when its client goes away before, and nobody else notices', async (t) => {
            const { store, asked, release } = slowStore(id);
            const { app, express } = await appWithKnownCallers(t, { store });
            app.log.length = 0;
            express.requests = 0;
            const socket = connect(Number(new URL(app.url).port), '127.0.0.1');
            socket.write(usual);
            await asked;
            socket.destroy();
            await until(() => app.log.length > 0);
            release();
            assert.match(await rawCall(app.url, `GET ${path}`), /^HTTP\/1\.1 200 /);
            assert.deepEqual(
                app.log.map(({ msg, path: logged }) => [msg, logged]),
                [
                    ['answered', path],
                    ['answered', path]
                ]
            );
            assert.equal(express.requests, 0);
        });

        it('is the last one when the server is told to stop meanwhile, and later ones are left to Express', async (t) => {
            const { store, asked, release } = slowStore(id);
            const { app, express } = await appWithKnownCallers(t, { store });
            express.requests = 0;
            const socket = connect(Number(new URL(app.url).port), '127.0.0.1');
            socket.write(usual);
            await asked;
            const drained = app.drain();
            socket.write(usual);
            await until(() => express.requests === 1);
            release();
            const answer = await text(socket);
            assert.match(answer, /^HTTP\/1\.1 200 OK\r\n/);
            assert.match(answer, /\r\nConnection: close\r\n/);
            assert.equal(answer.split('HTTP/1.1').length, 2);
            await drained;
        });
    });
});

function withoutStack(error: unknown): unknown {
    return typeof error === 'object' && error !== null ? { ...error, stack: undefined } : error;
}
