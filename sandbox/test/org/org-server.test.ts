import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { listen, type Listening } from '../../listen.ts';
import { createOrgApp } from '../../org/org-server.ts';
import { LocalOrg } from '../../org/org.ts';
import { ORGANIZATION_ID } from '../../org/users.ts';

describe('the local org', () => {
    const org = new LocalOrg();
    let server: Listening;

    before(async () => {
        server = await listen(createOrgApp(org));
    });
    after(() => server.close());
    beforeEach(() => org.reset());

    async function askToken(username: string, grant = 'urn:sandbox:user'): Promise<Response> {
        const body = new URLSearchParams({ grant_type: grant, username });
        return fetch(`${server.url}/services/oauth2/token`, { method: 'POST', body });
    }

    async function tokenOf(name: string): Promise<string> {
        const answer = (await (await askToken(`${name}@sandbox.example`)).json()) as { access_token: string };
        return answer.access_token;
    }

    function get(path: string, token: string | null): Promise<Response> {
        return fetch(server.url + path, { headers: token === null ? {} : { Authorization: `Bearer ${token}` } });
    }

    function query(soql: string, token: string): Promise<Response> {
        return get(`/services/data/v66.0/query?q=${encodeURIComponent(soql)}`, token);
    }

    async function errorOf(response: Response): Promise<[number, string | undefined]> {
        const [error] = (await response.json()) as { errorCode: string }[];
        return [response.status, error?.errorCode];
    }

    it('answers the queries of a composite call each on its own', async () => {
        const headers = { Authorization: `Bearer ${await tokenOf('ana.silva')}`, 'Content-Type': 'application/json' };
        const url = (soql: string) => `/services/data/v66.0/query?q=${encodeURIComponent(soql)}`;
        const compositeRequest = [
            { method: 'GET', url: url('SELECT DeveloperName FROM UserSetupEntityAccess'), referenceId: 'good' },
            { method: 'GET', url: url('SELECT Id FROM Nothing__c'), referenceId: 'bad' },
            { method: 'DELETE', url: '/services/data/v66.0/sobjects/Lead', referenceId: 'other' }
        ];
        const body = JSON.stringify({ compositeRequest });
        const response = await fetch(`${server.url}/services/data/v66.0/composite`, { method: 'POST', headers, body });
        const { compositeResponse } = (await response.json()) as {
            compositeResponse: { referenceId: string; httpStatusCode: number }[];
        };
        assert.deepEqual(
            compositeResponse.map(({ referenceId, httpStatusCode }) => [referenceId, httpStatusCode]),
            [
                ['good', 200],
                ['bad', 400],
                ['other', 404]
            ]
        );
    });

    it('refuses a composite call without a session', async () => {
        const response = await fetch(`${server.url}/services/data/v66.0/composite`, { method: 'POST' });
        assert.deepEqual(await errorOf(response), [401, 'INVALID_SESSION_ID']);
    });

    it('says who a token belongs to', async () => {
        const response = await get('/services/oauth2/userinfo', await tokenOf('ana.silva'));
        const info = (await response.json()) as Record<string, unknown>;
        assert.deepEqual(
            [info['organization_id'], info['name'], info['user_type']],
            [ORGANIZATION_ID, 'Ana Silva', 'STANDARD']
        );
    });

    it('names the type of a portal user', async () => {
        const response = await get('/services/oauth2/userinfo', await tokenOf('pat.portal'));
        assert.equal(((await response.json()) as Record<string, unknown>)['user_type'], 'CSP_LITE_PORTAL');
    });

    it('answers userinfo for a foreign token with 403 and plain text, as Salesforce does', async () => {
        const response = await get('/services/oauth2/userinfo', 'foreign');
        assert.deepEqual([response.status, await response.text()], [403, 'Bad_OAuth_Token']);
    });

    it('answers userinfo without a token with 403 and plain text', async () => {
        const response = await get('/services/oauth2/userinfo', null);
        assert.deepEqual([response.status, await response.text()], [403, 'Missing_OAuth_Token']);
    });

    it('gives no token to an unknown user, and none for another grant', async () => {
        assert.equal((await askToken('nobody@sandbox.example')).status, 400);
        assert.equal((await askToken('ana.silva@sandbox.example', 'password')).status, 400);
    });

    it('lists the custom permissions of the running user', async () => {
        const soql = 'SELECT DeveloperName, NamespacePrefix FROM UserSetupEntityAccess';
        const held = async (name: string): Promise<unknown[]> => {
            const { records } = (await (await query(soql, await tokenOf(name))).json()) as { records: object[] };
            return records.map((record) => Object.values(record).slice(1));
        };
        assert.deepEqual(await held('ana.silva'), [['GoTallo_Block_Conversations', null]]);
        assert.deepEqual(await held('sam.lee'), [['Allow_Change_Conversation_State', 'Social25']]);
        assert.deepEqual(await held('robin.doe'), []);
    });

    it('refuses a query after the session has ended', async () => {
        const token = await tokenOf('ana.silva');
        org.sessions.expireAll();
        assert.deepEqual(await errorOf(await query('SELECT Id FROM Lead', token)), [401, 'INVALID_SESSION_ID']);
    });

    it('refuses a query of a user without API access', async () => {
        const response = await query('SELECT Id FROM Lead', await tokenOf('noa.napi'));
        assert.deepEqual(await errorOf(response), [403, 'API_DISABLED_FOR_ORG']);
    });

    it('answers a bad query with its error code', async () => {
        const response = await query('SELECT Id FROM Nothing', await tokenOf('ana.silva'));
        assert.deepEqual(await errorOf(response), [400, 'INVALID_TYPE']);
    });

    it('shows a portal user no records', async () => {
        org.records.insert('Lead', { Name: 'Maria Lopez' });
        const answer = await (await query('SELECT Id FROM Lead', await tokenOf('pat.portal'))).json();
        assert.equal((answer as { totalSize: number }).totalSize, 0);
    });

    it('says how many events are left, to those who have signed in', async () => {
        org.eventsLeft = 7;
        const answer = await (await get('/services/data/v66.0/limits', await tokenOf('ana.silva'))).json();
        const { DailyDeliveredPlatformEvents } = answer as { DailyDeliveredPlatformEvents: object };
        assert.deepEqual(DailyDeliveredPlatformEvents, { Max: 25_000, Remaining: 7 });
        assert.deepEqual(await errorOf(await get('/services/data/v66.0/limits', null)), [401, 'INVALID_SESSION_ID']);
    });

    it('answers an address that it does not have with 404', async () => {
        const response = await get('/services/data/v66.0/nothing', await tokenOf('ana.silva'));
        assert.deepEqual(await errorOf(response), [404, 'NOT_FOUND']);
    });

    it('is unavailable when told so', async () => {
        org.fault = 'unavailable';
        assert.deepEqual(await errorOf(await get('/services/data', null)), [503, 'SERVER_UNAVAILABLE']);
    });
});
