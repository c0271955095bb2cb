import assert from 'node:assert/strict';
import { createSign, generateKeyPairSync } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { listen, type Listening } from '../../listen.ts';
import { createOrgApp } from '../../org/org-server.ts';
import { LocalOrg } from '../../org/org.ts';
import { INTEGRATION_USERNAME } from '../../org/users.ts';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const OTHER_KEY = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

describe("the local org's token endpoint", () => {
    const org = new LocalOrg();
    const [app] = org.apps;
    const jwtApp = { ...app, clientId: 'jwt-app', runAs: null, publicKey };
    let server: Listening;

    before(async () => {
        org.apps.push(jwtApp);
        server = await listen(createOrgApp(org));
    });
    after(() => server.close());

    async function ask(form: Record<string, string>): Promise<[number, Record<string, unknown>]> {
        const response = await fetch(`${server.url}/services/oauth2/token`, {
            method: 'POST',
            body: new URLSearchParams(form)
        });
        return [response.status, (await response.json()) as Record<string, unknown>];
    }

    async function refusalOf(form: Record<string, string>): Promise<unknown[]> {
        const [status, body] = await ask(form);
        return [status, body['error'], body['error_description']];
    }

    function withCredentials(clientId: string, secret: string): Record<string, string> {
        return { grant_type: 'client_credentials', client_id: clientId, client_secret: secret };
    }

    function withJwt(changed: Record<string, unknown> = {}, { alg = 'RS256', key = privateKey } = {}) {
        const exp = Math.floor(Date.now() / 1000) + 120;
        const claims = {
            iss: 'jwt-app',
            sub: INTEGRATION_USERNAME,
            aud: 'https://test.salesforce.com',
            exp,
            ...changed
        };
        const parts = [{ alg }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'));
        const signature = createSign('sha256').update(parts.join('.')).sign(key).toString('base64url');
        return { grant_type: JWT_BEARER, assertion: [...parts, signature].join('.') };
    }

    it('gives the token of the run-as user for client credentials', async () => {
        const [status, { access_token: token }] = await ask(withCredentials(app.clientId, app.clientSecret));
        assert.deepEqual([status, org.sessions.userOf(String(token))?.username], [200, INTEGRATION_USERNAME]);
    });

    it('refuses a wrong secret, an unknown app, and an app without a run-as user', async () => {
        assert.deepEqual(await refusalOf(withCredentials(app.clientId, 'wrong')), [
            400,
            'invalid_client',
            'invalid client credentials'
        ]);
        assert.deepEqual(await refusalOf(withCredentials('unknown', app.clientSecret)), [
            400,
            'invalid_client_id',
            'client identifier invalid'
        ]);
        assert.deepEqual(await refusalOf(withCredentials('jwt-app', app.clientSecret)), [
            400,
            'invalid_grant',
            'no client credentials user enabled'
        ]);
    });

    it('gives the token of the subject for a signed assertion', async () => {
        const [status, { access_token: token }] = await ask(withJwt());
        assert.deepEqual([status, org.sessions.userOf(String(token))?.username], [200, INTEGRATION_USERNAME]);
    });

    const refused: [what: string, form: Record<string, string>, description: string][] = [
        ['signed with another key', withJwt({}, { key: OTHER_KEY }), 'invalid assertion'],
        ['of another algorithm', withJwt({}, { alg: 'none' }), 'invalid assertion'],
        ['that has ended', withJwt({ exp: Math.floor(Date.now() / 1000) - 1 }), 'invalid assertion'],
        ['without an end', withJwt({ exp: undefined }), 'invalid assertion'],
        ['valid for an hour', withJwt({ exp: Math.floor(Date.now() / 1000) + 3600 }), 'invalid assertion'],
        ['for production', withJwt({ aud: 'https://login.salesforce.com' }), 'audience is invalid'],
        [
            'for a user who is not pre-authorized',
            withJwt({ sub: 'ana.silva@sandbox.example' }),
            "user hasn't approved this consumer"
        ],
        ['that is no JWT', { grant_type: JWT_BEARER, assertion: 'a.b.c' }, 'invalid assertion'],
        ['that is missing', { grant_type: JWT_BEARER }, 'invalid assertion'],
        ['for an app without a certificate', withJwt({ iss: app.clientId }), 'invalid assertion']
    ];
    for (const [what, form, description] of refused) {
        it(`refuses an assertion ${what}`, async () => {
            assert.deepEqual(await refusalOf(form), [400, 'invalid_grant', description]);
        });
    }

    it('refuses an assertion of an unknown app', async () => {
        assert.deepEqual((await refusalOf(withJwt({ iss: 'unknown' })))[1], 'invalid_client_id');
    });

    it('refuses another grant, and a request without one', async () => {
        assert.deepEqual((await refusalOf({ grant_type: 'password' }))[1], 'unsupported_grant_type');
        assert.deepEqual((await refusalOf({}))[1], 'unsupported_grant_type');
    });
});
