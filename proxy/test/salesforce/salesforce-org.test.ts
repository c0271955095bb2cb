import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { inspect } from 'node:util';
import { closedServerUrl, json, localServer, plain, type Handler } from '../../../fakes/server.ts';
import { parseConversationId, type ConversationId } from '../../src/conversations/knowledge/conversation-id.ts';
import { Failure } from '../../src/lib/failure.ts';
import { createSalesforceOrg, type SalesforceOrg } from '../../src/salesforce/salesforce-org.ts';

const TOKEN = '00D000000000001!AQ4AQ.secret_token';
const ID = parseConversationId('6f9619ff8b86d011b42d00c04fc964ff') as ConversationId;
const PERSON = {
    user_id: '005000000000001',
    organization_id: '00D000000000001EAA',
    name: 'Ada',
    user_type: 'STANDARD'
};

async function orgWith(t: TestContext, handler: Handler) {
    const server = await localServer(t, handler);
    return { org: createSalesforceOrg({ instanceUrl: server.url, timeoutMs: 2_000 }), requests: server.requests };
}

function soqlOf(url: string | undefined): string {
    return new URL(url ?? '', 'http://org').searchParams.get('q') ?? '';
}

async function failureOf(promise: Promise<unknown>): Promise<Failure> {
    const error = await promise.then(
        (value) => assert.fail(`no failure but ${JSON.stringify(value)}`),
        (reason: unknown) => reason
    );
    assert.ok(error instanceof Failure, inspect(error));
    assert.ok(!inspect(error, { depth: 9, showHidden: true }).includes(TOKEN), 'the failure carries the token');
    return error;
}

describe('userInfo', () => {
    it('asks the userinfo endpoint once, with the token in the header alone', async (t) => {
        const { org, requests } = await orgWith(t, (_, response) => json(response, 200, PERSON));
        assert.deepEqual(await org.userInfo(TOKEN), {
            userId: '005000000000001AAA',
            organizationId: '00D000000000001EAA',
            name: 'Ada',
            userType: 'STANDARD'
        });
        assert.deepEqual(
            requests.map(({ method, url, headers }) => [method, url, headers.authorization]),
            [['GET', '/services/oauth2/userinfo', `Bearer ${TOKEN}`]]
        );
    });

    const nonsense: [what: string, body: unknown][] = [
        ['nothing known', {}],
        ['a user id that is none', { ...PERSON, user_id: 'Ada' }],
        ['no user type', { ...PERSON, user_type: undefined }],
        ['a list', [PERSON]]
    ];
    for (const [what, body] of nonsense) {
        it(`treats an answer with ${what} as Salesforce being unavailable`, async (t) => {
            const { org } = await orgWith(t, (_, response) => json(response, 200, body));
            assert.equal((await failureOf(org.userInfo(TOKEN))).code, 'salesforce-unavailable');
        });
    }
});

describe('heldPermissions', () => {
    const NAMES = ['GoTallo_Block_Conversations', 'Social25.Allow_Change_Conversation_State', 'GoTallo_Manage_Blocks'];

    it('asks for all names in one query and tells namespaces apart', async (t) => {
        const { org, requests } = await orgWith(t, (_, response) =>
            json(response, 200, {
                records: [
                    { DeveloperName: 'Allow_Change_Conversation_State', NamespacePrefix: 'Social25' },
                    { DeveloperName: 'GoTallo_Manage_Blocks', NamespacePrefix: 'Other' },
                    { DeveloperName: 'GOTALLO_block_conversations', NamespacePrefix: null }
                ]
            })
        );
        assert.deepEqual([...(await org.heldPermissions(TOKEN, NAMES))], NAMES.slice(0, 2));
        assert.equal(requests.length, 1);
        assert.equal(
            soqlOf(requests[0]?.url),
            'SELECT DeveloperName, NamespacePrefix FROM UserSetupEntityAccess WHERE DeveloperName IN ' +
                "('GoTallo_Block_Conversations', 'Allow_Change_Conversation_State', 'GoTallo_Manage_Blocks')"
        );
    });

    it('finds none when Salesforce lists none', async (t) => {
        const { org } = await orgWith(t, (_, response) => json(response, 200, { records: [] }));
        assert.equal((await org.heldPermissions(TOKEN, NAMES)).size, 0);
    });
});

describe('newestMessage', () => {
    it('asks for both spellings of the id, newest first', async (t) => {
        const { org, requests } = await orgWith(t, (_, response) => json(response, 200, { records: [] }));
        assert.equal(await org.newestMessage(TOKEN, ID), null);
        assert.equal(requests.length, 1);
        assert.match(
            soqlOf(requests[0]?.url),
            / FROM Social25__Heroku_Message__c WHERE Social25__Chat_Identifier__c IN \('6f9619ff-8b86-d011-b42d-00c04fc964ff', '6f9619ff8b86d011b42d00c04fc964ff'\) ORDER BY CreatedDate DESC LIMIT 10$/
        );
    });

    for (const errorCode of [
        'INVALID_TYPE',
        'INVALID_FIELD',
        'INSUFFICIENT_ACCESS',
        'INSUFFICIENT_ACCESS_OR_READONLY'
    ]) {
        it(`sees nothing when the agent may not see it (${errorCode})`, async (t) => {
            const { org } = await orgWith(t, (_, response) => json(response, 400, [{ errorCode, message: 'no' }]));
            assert.equal(await org.newestMessage(TOKEN, ID), null);
        });
    }

    it('does not hide an expired token', async (t) => {
        const { org } = await orgWith(t, (_, response) =>
            json(response, 401, [{ errorCode: 'INVALID_SESSION_ID', message: '' }])
        );
        assert.equal((await failureOf(org.newestMessage(TOKEN, ID))).code, 'invalid-token');
    });
});

describe('permissionsAndMessage', () => {
    const NAMES = ['GoTallo_Block_Conversations'];
    const HELD = { records: [{ DeveloperName: 'GoTallo_Block_Conversations', NamespacePrefix: null }] };
    const NO_MESSAGE = { records: [] };

    function composite(permissions: [number, unknown], message: [number, unknown]): Handler {
        const part = (referenceId: string, [httpStatusCode, body]: [number, unknown]) => ({
            referenceId,
            httpStatusCode,
            body
        });
        const compositeResponse = [part('permissions', permissions), part('message', message)];
        return (_, response) => json(response, 200, { compositeResponse });
    }

    it('asks both in one call', async (t) => {
        const { org, requests } = await orgWith(t, composite([200, HELD], [200, NO_MESSAGE]));
        const { held, message } = await org.permissionsAndMessage(TOKEN, NAMES, ID);
        assert.deepEqual([...held], NAMES);
        assert.equal(message, null);
        assert.deepEqual(
            requests.map(({ method, url }) => `${method} ${url}`),
            ['POST /services/data/v66.0/composite']
        );
        const { allOrNone, compositeRequest } = JSON.parse(requests[0]?.body ?? '') as {
            allOrNone: boolean;
            compositeRequest: { method: string; url: string }[];
        };
        assert.equal(allOrNone, false);
        assert.deepEqual(
            compositeRequest.map(({ method, url }) => [method, url.replace(/\?.*/, '')]),
            [
                ['GET', '/services/data/v66.0/query'],
                ['GET', '/services/data/v66.0/query']
            ]
        );
        assert.match(soqlOf(compositeRequest[0]?.url), / FROM UserSetupEntityAccess /);
        assert.match(soqlOf(compositeRequest[1]?.url), / FROM Social25__Heroku_Message__c /);
    });

    it('sees no message when the agent may not see it', async (t) => {
        const refused: [number, unknown] = [400, [{ errorCode: 'INVALID_TYPE', message: 'no' }]];
        const { org } = await orgWith(t, composite([200, HELD], refused));
        assert.equal((await org.permissionsAndMessage(TOKEN, NAMES, ID)).message, null);
    });

    for (const [what, message] of [
        ['failed', [500, [{ errorCode: 'UNKNOWN_EXCEPTION', message: '' }]]],
        ['is nonsense', [200, 'what?']]
    ] as const) {
        it(`leaves the message open when only its part ${what}`, async (t) => {
            const { org } = await orgWith(t, composite([200, HELD], [...message]));
            const both = await org.permissionsAndMessage(TOKEN, NAMES, ID);
            assert.equal(both.message, undefined);
            assert.deepEqual([...both.held], NAMES);
        });
    }

    for (const refuse of [
        (r: Parameters<Handler>[1]) => json(r, 404, [{ errorCode: 'NOT_FOUND', message: '' }]),
        (r: Parameters<Handler>[1]) => plain(r, 404, 'Not here'),
        (r: Parameters<Handler>[1]) => json(r, 405, [{ errorCode: 'METHOD_NOT_ALLOWED', message: '' }])
    ]) {
        it('asks for the permissions alone in an org that does not serve such calls', async (t) => {
            const { org, requests } = await orgWith(t, ({ url }, response) =>
                url.includes('composite') ? refuse(response) : json(response, 200, HELD)
            );
            const { held, message } = await org.permissionsAndMessage(TOKEN, NAMES, ID);
            assert.deepEqual([...held], NAMES);
            assert.equal(message, undefined);
            assert.equal(requests.length, 2);
        });
    }

    const refusals: [what: string, handler: Handler, code: string][] = [
        [
            'its permission part is refused',
            composite([403, [{ errorCode: 'INSUFFICIENT_ACCESS', message: '' }]], [200, NO_MESSAGE]),
            'api-disabled'
        ],
        ['its permission part is missing', (_, r) => json(r, 200, { compositeResponse: [] }), 'salesforce-unavailable'],
        ['it is nonsense', (_, r) => json(r, 200, { hello: 1 }), 'salesforce-unavailable'],
        [
            'the session has ended',
            (_, r) => json(r, 401, [{ errorCode: 'INVALID_SESSION_ID', message: '' }]),
            'invalid-token'
        ]
    ];
    for (const [what, handler, code] of refusals) {
        it(`is ${code} when ${what}`, async (t) => {
            const { org } = await orgWith(t, handler);
            assert.equal((await failureOf(org.permissionsAndMessage(TOKEN, NAMES, ID))).code, code);
        });
    }
});

describe('a Salesforce error becomes a failure', () => {
    const rows: [what: string, answer: (response: Parameters<Handler>[1]) => void, code: string][] = [
        [
            '401 INVALID_SESSION_ID',
            (r) => json(r, 401, [{ errorCode: 'INVALID_SESSION_ID', message: 'Session expired' }]),
            'invalid-token'
        ],
        ['401 as text', (r) => plain(r, 401, 'Unauthorized'), 'invalid-token'],
        ['403 Bad_OAuth_Token', (r) => plain(r, 403, 'Bad_OAuth_Token'), 'invalid-token'],
        ['403 Missing_OAuth_Token', (r) => plain(r, 403, 'Missing_OAuth_Token'), 'invalid-token'],
        ['403 with other words', (r) => plain(r, 403, '<html>Blocked by a firewall</html>'), 'salesforce-unavailable'],
        [
            '403 API_DISABLED_FOR_ORG',
            (r) => json(r, 403, [{ errorCode: 'API_DISABLED_FOR_ORG', message: '' }]),
            'api-disabled'
        ],
        [
            '403 INSUFFICIENT_ACCESS',
            (r) => json(r, 403, [{ errorCode: 'INSUFFICIENT_ACCESS', message: '' }]),
            'api-disabled'
        ],
        [
            '403 REQUEST_LIMIT_EXCEEDED',
            (r) => json(r, 403, [{ errorCode: 'REQUEST_LIMIT_EXCEEDED', message: '' }]),
            'salesforce-unavailable'
        ],
        [
            '400 MALFORMED_QUERY',
            (r) => json(r, 400, [{ errorCode: 'MALFORMED_QUERY', message: '' }]),
            'salesforce-unavailable'
        ],
        ['404', (r) => plain(r, 404, 'URL No Longer Exists'), 'salesforce-unavailable'],
        ['420', (r) => plain(r, 420, ''), 'salesforce-unavailable'],
        [
            '500 as JSON',
            (r) => json(r, 500, [{ errorCode: 'UNKNOWN_EXCEPTION', message: TOKEN }]),
            'salesforce-unavailable'
        ],
        ['503 as HTML', (r) => plain(r, 503, `<html>${TOKEN}</html>`), 'salesforce-unavailable'],
        ['200 as HTML', (r) => plain(r, 200, '<html>Down for maintenance</html>'), 'salesforce-unavailable'],
        ['200 with broken JSON', (r) => plain(r, 200, '{"user_id":', 'application/json'), 'salesforce-unavailable'],
        ['200 with a body without end', (r) => plain(r, 200, 'x'.repeat(1_000_001)), 'salesforce-unavailable'],
        [
            'an answer that breaks off',
            (r) => void r.writeHead(200, { 'content-length': '99' }).write('{', () => r.destroy()),
            'salesforce-unavailable'
        ],
        ['no answer but a closed connection', (r) => void r.destroy(), 'salesforce-unavailable']
    ];
    for (const [what, answer, code] of rows) {
        it(`${what}: ${code}, after one request`, async (t) => {
            const { org, requests } = await orgWith(t, (_, response) => answer(response));
            assert.equal((await failureOf(org.userInfo(TOKEN))).code, code);
            assert.equal(requests.length, 1);
        });
    }

    it('names the used-up limit of the org to the log', async (t) => {
        const { org } = await orgWith(t, (_, response) =>
            json(response, 403, [{ errorCode: 'REQUEST_LIMIT_EXCEEDED', message: '' }])
        );
        assert.match(String((await failureOf(org.userInfo(TOKEN))).cause), /REQUEST_LIMIT_EXCEEDED/);
    });

    it('a refused connection: salesforce-unavailable', async () => {
        const org = createSalesforceOrg({ instanceUrl: await closedServerUrl() });
        const failure = await failureOf(org.userInfo(TOKEN));
        assert.equal(failure.code, 'salesforce-unavailable');
        assert.match(String(failure.cause), /ECONNREFUSED/);
    });

    const silences: [what: string, answer: Handler][] = [
        ['no headers', () => undefined],
        ['headers and then no body', (_, response) => void response.writeHead(200).write('{')]
    ];
    for (const [what, answer] of silences) {
        it(`${what} in time: salesforce-unavailable`, async (t) => {
            const { url } = await localServer(t, answer);
            const org = createSalesforceOrg({ instanceUrl: url, timeoutMs: 50 });
            assert.equal((await failureOf(org.userInfo(TOKEN))).code, 'salesforce-unavailable');
        });
    }
});

describe('the access token', () => {
    for (const status of [301, 302, 303, 307, 308]) {
        it(`is not carried along by a redirect (${status})`, async (t) => {
            const elsewhere = await localServer(t, (_, response) => json(response, 200, PERSON));
            const { org } = await orgWith(
                t,
                (_, response) => void response.writeHead(status, { location: elsewhere.url }).end()
            );
            assert.equal((await failureOf(org.userInfo(TOKEN))).code, 'salesforce-unavailable');
            assert.deepEqual(elsewhere.requests, []);
        });
    }

    it('of one agent is never used for another', async (t) => {
        const { org, requests } = await orgWith(t, (_, response) => json(response, 200, PERSON));
        await Promise.all(['first!1', 'second!2'].map((token) => org.userInfo(token)));
        assert.deepEqual(requests.map(({ headers }) => headers.authorization).sort(), [
            'Bearer first!1',
            'Bearer second!2'
        ]);
    });
});

describe('reachable', () => {
    const reach = async (t: TestContext, handler: Handler): Promise<[boolean, string | undefined]> => {
        const { org, requests } = await orgWith(t, handler);
        return [await org.reachable(), requests[0]?.headers.authorization];
    };

    it('is true for any answer below 500, and sends no token', async (t) => {
        assert.deepEqual(await reach(t, (_, response) => json(response, 200, [])), [true, undefined]);
        assert.deepEqual(await reach(t, (_, response) => plain(response, 404, '')), [true, undefined]);
    });

    it('is false when Salesforce is down or silent', async (t) => {
        const silent = await localServer(t, () => undefined);
        const gone: SalesforceOrg = createSalesforceOrg({ instanceUrl: await closedServerUrl() });
        assert.deepEqual(await reach(t, (_, response) => plain(response, 503, '')), [false, undefined]);
        assert.equal(await createSalesforceOrg({ instanceUrl: silent.url, timeoutMs: 50 }).reachable(), false);
        assert.equal(await gone.reachable(), false);
    });
});
