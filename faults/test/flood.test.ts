import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { json } from 'node:stream/consumers';
import { describe, it, type TestContext } from 'node:test';
import type { Problem } from '#contract';
import { closedServerUrl, localServer } from '../../fakes/server.ts';
import { newConversation } from '../../proxy/test/support/journal.ts';
import { postgresForFile, skip } from '../../proxy/test/support/postgres-for-file.ts';
import { environment, proxyProcess, temporaryFolder } from '../../proxy/test/support/proxy-process.ts';
import { ORG_ID, salesforceHandler, TOKENS } from '../../proxy/test/support/salesforce-handler.ts';
import type { Answer } from '../play/call-proxy.ts';
import { DatabaseLine } from '../stand/database-line.ts';

const CONVERSATION = newConversation();
/** More than a proxy keeps waiting for a database. */
const FLOOD = 3_000;
/** As many as it serves at once when the database does its work. */
const CALM = 500;
/** A statement may take six seconds; what waits behind it, five; and what is sent then, six again; a busy machine adds to it. */
const ANSWERED_WITHIN_MS = 30_000;
/** As long as nothing stands still, however busy the machine is. */
const AT_ONCE_MS = 2_000;
const MORE_MB = { during: 150, after: 60 };

interface Timed extends Answer {
    ms: number;
}

describe('views of a proxy whose database stands still', { skip }, () => {
    const postgres = postgresForFile();

    it('are all answered in time as unavailable, and at once when it goes on; little memory is kept', async (t) => {
        const line = await DatabaseLine.open(await postgres.newDatabase());
        t.after(() => line.close());
        const { url, memoryMb } = await usualProxy(t, line.url);
        const views = (count: number): Promise<Timed[]> => flood(url, count);
        await views(CALM);
        const before = await memoryMb();
        line.standStill();
        const flooded = views(FLOOD);
        const during = await highest(memoryMb, flooded);
        const answers = await flooded;
        for (const { status, body } of answers) {
            assert.equal(status, 503);
            assert.equal((body as Problem).code, 'store-unavailable');
        }
        const slowest = Math.max(...answers.map(({ ms }) => ms));
        assert.ok(slowest < ANSWERED_WITHIN_MS, `the last answer took ${slowest} ms`);
        line.goOn();
        const [view] = await views(1);
        assert.equal(view?.status, 200);
        assert.ok(view.ms < AT_ONCE_MS, `the first view after it took ${view.ms} ms`);
        // What the flood has left is thrown away while others are served.
        for (let round = 0; round < 3; round += 1) {
            for (const { status } of await views(CALM)) assert.equal(status, 200);
        }
        const after = await memoryMb();
        t.diagnostic(
            `the slowest answer ${Math.round(slowest)} ms; MB before ${before}, highest ${during}, after ${after}`
        );
        assert.ok(during < before + MORE_MB.during, `${during} MB, and ${before} before`);
        assert.ok(after < before + MORE_MB.after, `${after} MB, and ${before} before`);
    });
});

/** A proxy as it usually runs, with one tenant. */
async function usualProxy(
    t: TestContext,
    databaseUrl: string
): Promise<{ url: string; memoryMb: () => Promise<number> }> {
    const { url: instanceUrl } = await localServer(t, salesforceHandler());
    const env = await environment(await temporaryFolder(t), { instanceUrl, baseUrl: await closedServerUrl() });
    const { child, listening } = proxyProcess(t, {
        ...env,
        DATABASE_URL: databaseUrl,
        NODE_OPTIONS: '--max-semi-space-size=2'
    });
    return { url: `http://127.0.0.1:${await listening}`, memoryMb: () => memoryMbOf(child.pid) };
}

/** 0 where the system does not tell. */
async function memoryMbOf(pid: number | undefined): Promise<number> {
    const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) / 1024;
}

/** So many views of a conversation at the same moment, each on a connection of its own. */
async function flood(url: string, count: number): Promise<Timed[]> {
    const agent = new Agent();
    return Promise.all(Array.from({ length: count }, () => get(`${url}/v1/conversations/${CONVERSATION}`, agent)));
}

async function get(url: string, agent: Agent): Promise<Timed> {
    const headers = { Authorization: `Bearer ${TOKENS.ana}`, 'X-Salesforce-Org-Id': ORG_ID };
    const startedAt = performance.now();
    return new Promise((resolve, reject) => {
        const asked = request(url, { agent, headers }, (response) => {
            const answered = (body: unknown): void =>
                resolve({ status: response.statusCode ?? 0, body, ms: performance.now() - startedAt });
            json(response).then(answered, reject);
        });
        asked.on('error', reject).end();
    });
}

/** The most memory that is held while something goes on. */
async function highest(memoryMb: () => Promise<number>, work: Promise<unknown>): Promise<number> {
    let most = 0;
    let goesOn = true;
    const over = work.finally(() => (goesOn = false));
    while (goesOn) {
        most = Math.max(most, await memoryMb());
        await Promise.race([over, new Promise((resolve) => setTimeout(resolve, 100))]);
    }
    return most;
}
