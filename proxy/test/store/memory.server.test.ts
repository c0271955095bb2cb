import assert from 'node:assert/strict';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, it, type TestContext } from 'node:test';
import { obligingGoTallo } from '../../../fakes/gotallo.ts';
import { localServer } from '../../../fakes/server.ts';
import { postgresForFile, skip } from '../support/postgres-for-file.ts';
import { environment, proxyProcess, temporaryFolder } from '../support/proxy-process.ts';
import { ORG_ID, salesforceHandler, TOKENS } from '../support/salesforce-handler.ts';

const REPORT = pathToFileURL(path.join(import.meta.dirname, '../support/report-modules.ts')).href;
const CONVERSATION = '/v1/conversations/0f8fad5b-d9cb-469f-a165-70867728950e';
const HEADERS = { Authorization: `Bearer ${TOKENS.ana}`, 'X-Salesforce-Org-Id': ORG_ID };

interface Report {
    loaded: string[];
    /** What `fetch` would have loaded in addition; nothing when it was used. */
    leftOut: string[];
}

describe('what a proxy holds in memory', { skip }, () => {
    const postgres = postgresForFile();

    /** What a proxy has loaded that asked Salesforce, GoTallo and its store. */
    async function loadedBy(t: TestContext, store: Record<string, string>): Promise<Report> {
        const salesforce = await localServer(t, salesforceHandler());
        const goTallo = await localServer(t, obligingGoTallo());
        const urls = { instanceUrl: salesforce.url, baseUrl: goTallo.url };
        const env = { ...(await environment(await temporaryFolder(t), urls)), ...store };
        const { child, listening, ended } = proxyProcess(t, { ...env, NODE_OPTIONS: `--import=${REPORT}` });
        const url = `http://127.0.0.1:${await listening}`;
        for (const [method, call] of [
            ['GET', CONVERSATION],
            ['PUT', `${CONVERSATION}/block`],
            ['GET', '/readyz']
        ] as const) {
            assert.equal((await fetch(url + call, { method, headers: HEADERS })).status, 200);
        }
        child.kill('SIGTERM');
        const { output } = await ended;
        const line = output.split('\n').find((each) => each.startsWith('{"loaded"'));
        return JSON.parse(line ?? '{}') as Report;
    }

    const embeddedStore = /@electric-sql\/pglite|^NativeModule sqlite$|\/store\/embedded\/open-embedded\.ts$/;
    /** What a connection of jsforce does without: its APIs, and all that only these need. */
    const jsforceApis = /\/jsforce\/(?:index\.js|lib\/(?:index\.js|api\/))|\/faye\//;

    it('is on a server nothing of the embedded store, nothing that fetch needs, and no API of jsforce', async (t) => {
        const { loaded, leftOut } = await loadedBy(t, { DATABASE_URL: await postgres.newDatabase() });
        for (const used of ['/store/server/open-server.ts', '/jsforce/lib/connection.js']) {
            assert.ok(loaded.some((name) => name.endsWith(used)));
        }
        assert.deepEqual(
            loaded.filter((name) => embeddedStore.test(name) || jsforceApis.test(name)),
            []
        );
        assert.notDeepEqual(leftOut, []);
    });

    it('is the embedded store where that is used', async (t) => {
        const { loaded } = await loadedBy(t, {});
        assert.ok(loaded.filter((name) => embeddedStore.test(name)).length > 2);
    });
});
