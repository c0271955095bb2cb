import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { SESSION, takesAll, withOwnCalls, type Stream } from '../../../fakes/platform-events.ts';
import { json, localServer } from '../../../fakes/server.ts';
import { newConversation } from '../support/journal.ts';
import { environment, proxyProcess, temporaryFolder } from '../support/proxy-process.ts';
import { ORG_ID, salesforceHandler, TOKENS } from '../support/salesforce-handler.ts';
import { CLIENT_ID, CLIENT_SECRET } from './event-org.ts';

const EVENTS = { flow: 'client-credentials', clientId: CLIENT_ID, clientSecret: { env: 'EVENTS_SECRET' } };

/** The environment of a proxy that publishes events. */
async function environmentWithEvents(folder: string, urls: { instanceUrl: string; baseUrl: string }) {
    const env: Record<string, string> = { ...(await environment(folder, urls)), EVENTS_SECRET: CLIENT_SECRET };
    const file = env['TENANTS_FILE'] ?? '';
    const { tenants } = JSON.parse(await readFile(file, 'utf8')) as { tenants: [{ salesforce: object }] };
    Object.assign(tenants[0].salesforce, { events: EVENTS });
    await writeFile(file, JSON.stringify({ tenants }));
    return env;
}

describe('the proxy as a process, with events', () => {
    it('tells the org of what it finished after it was told to stop', async (t) => {
        const stream: Stream = [];
        const salesforce = await localServer(t, withOwnCalls(salesforceHandler(), takesAll(stream)));
        const { promise: asked, resolve } = Promise.withResolvers<() => void>();
        const goTallo = await localServer(t, (_, response) => resolve(() => json(response, 200, {})));
        const urls = { instanceUrl: salesforce.url, baseUrl: goTallo.url };
        const { child, listening, ended } = proxyProcess(
            t,
            await environmentWithEvents(await temporaryFolder(t), urls)
        );
        const id = newConversation();
        const headers = { Authorization: `Bearer ${TOKENS.ana}`, 'X-Salesforce-Org-Id': ORG_ID };
        const url = `http://127.0.0.1:${await listening}/v1/conversations/${id}/block`;
        const blocked = fetch(url, { method: 'PUT', headers });
        const answer = await asked;
        child.kill('SIGTERM');
        answer();
        assert.equal((await blocked).status, 200);
        const { code, output } = await ended;
        assert.equal(code, 0);
        assert.deepEqual(stream.at(-1), [id, 'BLOCKED']);
        for (const secret of [CLIENT_ID, CLIENT_SECRET, SESSION]) assert.ok(!output.includes(secret));
    });
});
