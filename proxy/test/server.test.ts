import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ConversationView, HistoryView } from '#contract';
import { closedServerUrl, json, localServer } from '../../fakes/server.ts';
import { environment, proxyProcess, temporaryFolder } from './support/proxy-process.ts';
import { ORG_ID, salesforceHandler, TOKENS } from './support/salesforce-handler.ts';

const CONVERSATION = '/v1/conversations/0f8fad5b-d9cb-469f-a165-70867728950e';
const URLS = { instanceUrl: 'https://acme.my.salesforce.com', baseUrl: 'https://api.gotallo.com/api/v1' };
const HEADERS = { Authorization: `Bearer ${TOKENS.ana}`, 'X-Salesforce-Org-Id': ORG_ID };

describe('the proxy as a process', () => {
    it('names every fault of its configuration at once and ends with exit code 1', async (t) => {
        const { ended } = proxyProcess(t, {
            PORT: 'eighty',
            LOG_LEVEL: 'loud',
            ACME_GOTALLO_TOKEN: 'the-gotallo-token'
        });
        const { code, output } = await ended;
        assert.equal(code, 1);
        for (const setting of ['PORT', 'LOG_LEVEL', 'TENANTS_FILE']) assert.match(output, new RegExp(setting));
        assert.ok(!output.includes('the-gotallo-token'));
    });

    it('checks its configuration and stops there when asked to', async (t) => {
        const folder = await temporaryFolder(t);
        const env = await environment(folder, URLS);
        const { code, output } = await proxyProcess(t, env, ['--check-config']).ended;
        assert.equal(code, 0);
        assert.match(output, /configuration is valid/);
    });

    it('says which port is taken', async (t) => {
        const other = await localServer(t, () => {});
        const folder = await temporaryFolder(t);
        const env = await environment(folder, { instanceUrl: other.url, baseUrl: other.url });
        const { port } = new URL(other.url);
        const { code, output } = await proxyProcess(t, { ...env, PORT: port }).ended;
        assert.equal(code, 1);
        assert.match(output, new RegExp(`Port ${port} is taken`));
    });

    for (const host of ['192.0.2.1', 'no-such-host.invalid']) {
        it(`says that it cannot listen on the address ${host}, and blames nothing else`, async (t) => {
            const folder = await temporaryFolder(t);
            const env = { ...(await environment(folder, URLS)), HOST: host };
            const { code, output } = await proxyProcess(t, env).ended;
            assert.equal(code, 1);
            assert.ok(output.includes(`"msg":"${host} (HOST) is no`), output);
            assert.doesNotMatch(output, /DATA_DIR|DATABASE_URL/);
        });
    }

    it('says that the folder of the store cannot be used, and blames nothing else', async (t) => {
        const folder = await temporaryFolder(t);
        const env = await environment(folder, URLS);
        const { TENANTS_FILE: file = '' } = env;
        const { code, output } = await proxyProcess(t, { ...env, DATA_DIR: file }).ended;
        assert.equal(code, 1);
        assert.match(output, /The folder .*tenants\.json \(DATA_DIR\) could not be used/);
        assert.doesNotMatch(output, /PORT|HOST/);
    });

    it('finishes what is under way when it is told to stop, and ends with exit code 0', async (t) => {
        const salesforce = await localServer(t, salesforceHandler());
        const { promise: asked, resolve: gotalloIsAsked } = Promise.withResolvers<() => void>();
        const goTallo = await localServer(t, (_, response) => gotalloIsAsked(() => json(response, 200, {})));
        const folder = await temporaryFolder(t);
        const env = await environment(folder, { instanceUrl: salesforce.url, baseUrl: goTallo.url });
        const { child, listening, ended } = proxyProcess(t, env);
        const blocked = fetch(`http://127.0.0.1:${await listening}${CONVERSATION}/block`, {
            method: 'PUT',
            headers: HEADERS
        });
        const answer = await asked;
        child.kill('SIGTERM');
        answer();
        assert.equal((await blocked).status, 200);
        const { code, output } = await ended;
        assert.equal(code, 0);
        for (const line of [/"signal":"SIGTERM","msg":"draining"/, /"status":200.*"answered"/])
            assert.match(output, line);
    });

    it('ends with exit code 1 when something under way does not end', async (t) => {
        const { promise: asked, resolve: salesforceIsAsked } = Promise.withResolvers<void>();
        const salesforce = await localServer(t, () => salesforceIsAsked());
        const folder = await temporaryFolder(t);
        const urls = { instanceUrl: salesforce.url, baseUrl: salesforce.url };
        const env = { ...(await environment(folder, urls)), GOTALLO_TIMEOUT_SECONDS: '0.1' };
        const { child, listening, ended } = proxyProcess(t, env);
        const view = fetch(`http://127.0.0.1:${await listening}${CONVERSATION}`, { headers: HEADERS });
        const cutOff = assert.rejects(view);
        await asked;
        child.kill('SIGTERM');
        assert.equal((await ended).code, 1);
        await cutOff;
    });

    it('carries on after a crash what was accepted, and claims nothing until GoTallo has answered', async (t) => {
        const salesforce = await localServer(t, salesforceHandler());
        const asked = Promise.withResolvers<void>();
        const askedAgain = Promise.withResolvers<() => void>();
        const goTallo = await localServer(t, (_, response, number) => {
            if (number === 1) asked.resolve();
            else askedAgain.resolve(() => json(response, 200, {}));
        });
        const folder = await temporaryFolder(t);
        const env = await environment(folder, { instanceUrl: salesforce.url, baseUrl: goTallo.url });
        const first = proxyProcess(t, env);
        const block = fetch(`http://127.0.0.1:${await first.listening}${CONVERSATION}/block`, {
            method: 'PUT',
            headers: HEADERS
        });
        await asked.promise;
        first.child.kill('SIGKILL');
        await assert.rejects(block);
        await first.ended;

        const second = proxyProcess(t, env);
        const url = `http://127.0.0.1:${await second.listening}${CONVERSATION}`;
        const answer = await askedAgain.promise;
        assert.deepEqual(await outcomesAt(url), [['block', 'pending', null]]);
        const view = await viewAt(url);
        assert.equal(view.state, null);
        assert.equal(view.block?.state, 'pending');
        answer();
        await viewAt(url, ({ block: known }) => known?.state === 'confirmed');
        assert.deepEqual(await outcomesAt(url), [['block', 'confirmed', null]]);
    });

    it('ends a block whose time was over while it was down, once, and says that nobody did', async (t) => {
        const salesforce = await localServer(t, salesforceHandler());
        const states: unknown[] = [];
        const unblocked = Promise.withResolvers<void>();
        const goTallo = await localServer(t, (request, response) => {
            const { state } = JSON.parse(request.body) as { state: number };
            states.push(state);
            json(response, 200, {});
            if (state === 0) unblocked.resolve();
        });
        const folder = await temporaryFolder(t);
        const env = await environment(folder, { instanceUrl: salesforce.url, baseUrl: goTallo.url });
        const first = proxyProcess(t, env);
        const port = await first.listening;
        // About what a proxy takes to start.
        const until = new Date(Date.now() + 1_000).toISOString();
        const block = await fetch(`http://127.0.0.1:${port}${CONVERSATION}/block`, {
            method: 'PUT',
            headers: { ...HEADERS, 'Content-Type': 'application/json' },
            body: JSON.stringify({ until })
        });
        assert.equal(block.status, 200);
        first.child.kill('SIGKILL');
        await first.ended;

        const second = proxyProcess(t, env);
        const url = `http://127.0.0.1:${await second.listening}${CONVERSATION}`;
        await unblocked.promise;
        await viewAt(url, ({ state }) => state === 'OPEN');
        assert.deepEqual(states, [4, 0]);
        assert.deepEqual(await outcomesAt(url), [
            ['unblock', 'confirmed', null],
            ['block', 'confirmed', null]
        ]);
    });

    it('refuses a folder that another proxy uses, in words, and does not disturb the other one', async (t) => {
        const salesforce = await localServer(t, salesforceHandler());
        const folder = await temporaryFolder(t);
        const env = await environment(folder, { instanceUrl: salesforce.url, baseUrl: salesforce.url });
        const first = proxyProcess(t, env);
        const port = await first.listening;
        const { code, output } = await proxyProcess(t, env).ended;
        assert.equal(code, 1);
        assert.match(output, /\(DATA_DIR\) is used by another proxy\. Stop that one/);
        assert.equal((await fetch(`http://127.0.0.1:${port}/readyz`)).status, 200);
    });

    it('says that the Postgres server cannot be used, and not how it is reached', async (t) => {
        const folder = await temporaryFolder(t);
        const { port } = new URL(await closedServerUrl());
        const env = {
            ...(await environment(folder, URLS)),
            DATABASE_URL: `postgres://proxy:not-for-the-log@127.0.0.1:${port}/proxy`
        };
        const { code, output } = await proxyProcess(t, env).ended;
        assert.equal(code, 1);
        assert.match(output, /Postgres server of DATABASE_URL could not be used/);
        assert.ok(!output.includes('not-for-the-log'));
    });
});

async function outcomesAt(url: string): Promise<unknown[][]> {
    const history = (await (await fetch(`${url}/history`, { headers: HEADERS })).json()) as HistoryView;
    return history.operations.map(({ kind, outcome, failure }) => [kind, outcome, failure]);
}

/** The view; asked again, a thousand times at most, until it is as it should be. */
async function viewAt(url: string, isRight: (view: ConversationView) => boolean = () => true) {
    for (let left = 1000; ; left -= 1) {
        const view = (await (await fetch(url, { headers: HEADERS })).json()) as ConversationView;
        if (isRight(view) || left === 0) return view;
    }
}
