import assert from 'node:assert/strict';
import { generateKeyPairSync, verify } from 'node:crypto';
import { describe, it, type TestContext } from 'node:test';
import { inspect } from 'node:util';
import { closedServerUrl, json, localServer, plain, type Handler } from '../../../fakes/server.ts';
import type { EventsConfig } from '../../src/config/config.ts';
import { Secret } from '../../src/config/secret.ts';
import { EventFailure } from '../../src/salesforce/event-failure.ts';
import { createOwnToken } from '../../src/salesforce/own-token.ts';

const SECRET = 'the-client-secret';
const SESSION = '00D000000000001!the.own.token';
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const PEM = privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();

const CREDENTIALS: EventsConfig = { flow: 'client-credentials', clientId: 'key', clientSecret: new Secret(SECRET) };
const JWT: EventsConfig = {
    flow: 'jwt-bearer',
    clientId: 'key',
    username: 'proxy@acme.example',
    privateKey: new Secret(PEM),
    audience: 'https://login.salesforce.com'
};

const grants: Handler = (_, response) => json(response, 200, { access_token: SESSION });

async function tokenFrom(t: TestContext, handle: Handler, signIn: EventsConfig = CREDENTIALS) {
    const { url, requests } = await localServer(t, handle);
    return { ownToken: createOwnToken({ instanceUrl: url, signIn, timeoutMs: 300 }), requests };
}

async function failureOf(promise: Promise<unknown>): Promise<EventFailure> {
    const error = await promise.then(
        () => assert.fail('a token was given'),
        (reason: unknown) => reason
    );
    assert.ok(error instanceof EventFailure, inspect(error));
    const shown = inspect(error, { depth: 9, showHidden: true });
    for (const secret of [SECRET, SESSION, PEM.slice(60, 90)]) assert.ok(!shown.includes(secret), shown);
    return error;
}

describe('createOwnToken', () => {
    it('sends client credentials to the token endpoint of the pinned org', async (t) => {
        const { ownToken, requests } = await tokenFrom(t, grants);
        assert.equal(await ownToken.get(), SESSION);
        const [request] = requests;
        assert.deepEqual(
            [request?.method, request?.url, request?.headers['content-type']],
            ['POST', '/services/oauth2/token', 'application/x-www-form-urlencoded']
        );
        assert.deepEqual(Object.fromEntries(new URLSearchParams(request?.body)), {
            grant_type: 'client_credentials',
            client_id: 'key',
            client_secret: SECRET
        });
    });

    it('signs an assertion for two minutes, in place of a secret', async (t) => {
        const { ownToken, requests } = await tokenFrom(t, grants, JWT);
        assert.equal(await ownToken.get(), SESSION);
        const form = new URLSearchParams(requests[0]?.body);
        assert.deepEqual([...form.keys()], ['grant_type', 'assertion']);
        assert.equal(form.get('grant_type'), 'urn:ietf:params:oauth:grant-type:jwt-bearer');
        const [header = '', claims = '', signature = ''] = (form.get('assertion') ?? '').split('.');
        assert.ok(verify('sha256', Buffer.from(`${header}.${claims}`), publicKey, Buffer.from(signature, 'base64url')));
        const parse = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString()) as { exp: number };
        assert.deepEqual(parse(header), { alg: 'RS256' });
        const { exp, ...rest } = parse(claims);
        assert.deepEqual(rest, { iss: 'key', sub: 'proxy@acme.example', aud: 'https://login.salesforce.com' });
        const left = exp - Date.now() / 1000;
        assert.ok(left > 100 && left <= 120, String(left));
    });

    it('asks once, however many wait and however often it is used', async (t) => {
        const { ownToken, requests } = await tokenFrom(t, grants);
        await Promise.all([ownToken.get(), ownToken.get(), ownToken.get()]);
        await ownToken.get();
        assert.equal(requests.length, 1);
    });

    it('asks again for a token that is forgotten, but not when another was forgotten', async (t) => {
        const { ownToken, requests } = await tokenFrom(t, (_, response, number) =>
            json(response, 200, { access_token: `token${number}` })
        );
        await ownToken.get();
        ownToken.forget('an-earlier-one');
        assert.equal(await ownToken.get(), 'token1');
        ownToken.forget('token1');
        assert.equal(await ownToken.get(), 'token2');
        assert.equal(requests.length, 2);
    });

    it('asks again after a failure', async (t) => {
        const { ownToken } = await tokenFrom(t, (request, response, number) =>
            number === 1 ? json(response, 503, {}) : grants(request, response, number)
        );
        await failureOf(ownToken.get());
        assert.equal(await ownToken.get(), SESSION);
    });

    const refusals: [what: string, handle: Handler, code: string][] = [
        [
            'a wrong secret',
            (_, response) => json(response, 400, { error: 'invalid_client', error_description: SECRET }),
            'invalid_client'
        ],
        ['a flow that is off', (_, response) => json(response, 400, { error: 'invalid_grant' }), 'invalid_grant'],
        ['an error that is no code', (_, response) => json(response, 400, { error: `No ${SECRET}` }), 'ERROR_HTTP_400'],
        ['a page', (_, response) => plain(response, 200, `<p>${SECRET}</p>`), 'ERROR_HTTP_200'],
        ['no token', (_, response) => json(response, 200, { access_token: '' }), 'ERROR_HTTP_200'],
        ['a token with an error', (_, response) => json(response, 500, { access_token: SESSION }), 'ERROR_HTTP_500'],
        ['no answer', () => {}, 'ETIMEDOUT'],
        ['an answer that breaks off', (_, response) => response.destroy(), 'ECONNRESET']
    ];
    for (const [what, handle, code] of refusals) {
        it(`fails on ${what}, and repeats nothing of it`, async (t) => {
            const { ownToken } = await tokenFrom(t, handle);
            const failure = await failureOf(ownToken.get());
            assert.deepEqual([failure.step, failure.code], ['token', code]);
        });
    }

    it('fails when nothing listens', async () => {
        const ownToken = createOwnToken({ instanceUrl: await closedServerUrl(), signIn: CREDENTIALS });
        assert.equal((await failureOf(ownToken.get())).code, 'ECONNREFUSED');
    });

    it('does not carry the secret to where a redirect points', async (t) => {
        const other = await localServer(t, grants);
        const { ownToken } = await tokenFrom(t, (_, response) => {
            response.writeHead(307, { location: `${other.url}/services/oauth2/token` }).end();
        });
        await failureOf(ownToken.get());
        assert.equal(other.requests.length, 0);
    });
});
