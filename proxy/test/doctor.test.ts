import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, it, type TestContext } from 'node:test';
import { obligingGoTallo } from '../../fakes/gotallo.ts';
import { closedServerUrl, localServer, plain } from '../../fakes/server.ts';
import { readLabelWords } from '../src/doctor/label-words.ts';
import { openStore } from '../src/store/store.ts';
import { environment, temporaryFolder } from './support/proxy-process.ts';
import { salesforceHandler } from './support/salesforce-handler.ts';

const DOCTOR = path.resolve(import.meta.dirname, '../src/doctor.ts');

interface Row {
    name: string;
    status: string;
    found: string;
    fix: string | null;
    letter: string | null;
}

interface Examined {
    code: number | null;
    output: string;
}

async function doctor(env: Record<string, string>, ...options: string[]): Promise<Examined> {
    const { PATH = '', NODE_COMPILE_CACHE = '' } = process.env;
    const child = spawn(process.execPath, [DOCTOR, ...options], { env: { PATH, NODE_COMPILE_CACHE, ...env } });
    const [out, error, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
    return { code: code as number | null, output: out + error };
}

function rowsIn({ output }: Examined): Map<string, Row> {
    const { sections } = JSON.parse(output) as { sections: { tenant: string | null; rows: Row[] }[] };
    return new Map(sections.flatMap(({ rows }) => rows.map((row) => [row.name, row])));
}

describe('npm run doctor', () => {
    async function workingEnvironment(t: TestContext, { instanceUrl = '', baseUrl = '' } = {}) {
        const salesforce = await localServer(t, salesforceHandler());
        const goTallo = await localServer(t, obligingGoTallo());
        const folder = await temporaryFolder(t);
        const env = await environment(folder, {
            instanceUrl: instanceUrl || salesforce.url,
            baseUrl: baseUrl || `${goTallo.url}/api/v1`
        });
        return { env, sent: goTallo.requests };
    }

    async function changeTenant(env: Record<string, string>, change: (tenant: Record<string, object>) => void) {
        const file = env['TENANTS_FILE'] as string;
        const content = JSON.parse(await readFile(file, 'utf8')) as { tenants: Record<string, object>[] };
        content.tenants.forEach(change);
        await writeFile(file, JSON.stringify(content));
    }

    it('ends well where nothing is wrong, and says what it could not see', async (t) => {
        const { env, sent } = await workingEnvironment(t);
        const examined = await doctor(env, '--json');
        assert.equal(examined.code, 0, examined.output);
        const rows = rowsIn(examined);
        assert.equal(rows.get('connection')?.status, 'ok');
        assert.deepEqual([rows.get('gotallo')?.status, rows.get('store')?.status], ['unknown', 'ok']);
        assert.match(rows.get('gotallo')?.fix ?? '', /alarm/);
        assert.equal(rows.get('permissions')?.status, 'warning', 'nobody may manage');
        assert.ok(
            sent.every(({ headers }) => headers.authorization === undefined),
            'no call with the token is made up'
        );
    });

    it('reads as a table, with what to do and the letter, and prints no secret', async (t) => {
        const { env } = await workingEnvironment(t);
        const { output } = await doctor(env);
        assert.match(output, /^All tenants\n {2}ok {7}Store of the proxy: /);
        assert.match(output, /\nTenant acme\n/);
        assert.match(output, /What to do: Block a test conversation/);
        assert.match(output, /\| To: support@GoTallo\.com/);
        assert.ok(!output.includes('the-gotallo-token'));
    });

    it('says that the org or GoTallo does not answer, and ends with 1', async (t) => {
        const { env } = await workingEnvironment(t, { instanceUrl: await closedServerUrl() });
        const examined = await doctor(env, '--json');
        assert.equal(examined.code, 1);
        assert.equal(rowsIn(examined).get('connection')?.status, 'error');
        const down = await localServer(t, (_request, response) => plain(response, 503, 'down'));
        const other = await doctor((await workingEnvironment(t, { baseUrl: down.url })).env, '--json');
        assert.deepEqual([other.code, rowsIn(other).get('gotallo')?.status], [1, 'error']);
    });

    it('has a row for each fault of the configuration, and for a file that is not there', async (t) => {
        const { env } = await workingEnvironment(t);
        const examined = await doctor({ ...env, TENANTS_FILE: '/nowhere/tenants.json', PORT: 'x' }, '--json');
        assert.equal(examined.code, 1);
        const { sections } = JSON.parse(examined.output) as { sections: { rows: Row[] }[] };
        const faults = sections.flatMap(({ rows }) => rows).map(({ found }) => found);
        assert.equal(faults.length, 2);
        assert.ok(
            faults.some((fault) => fault.startsWith('PORT')) && faults.some((fault) => /TENANTS_FILE/.test(fault))
        );
        assert.equal((await doctor({})).code, 1);
    });

    it('leaves the store of a running proxy alone, and says that one runs', async (t) => {
        const { env } = await workingEnvironment(t);
        const store = await openStore({ dataDir: env['DATA_DIR'] as string });
        t.after(() => store.close());
        const examined = await doctor(env, '--json');
        assert.equal(examined.code, 0);
        assert.match(rowsIn(examined).get('store')?.found ?? '', /A proxy works on the embedded store/);
    });

    it('warns of a folder that is not there, and makes none', async (t) => {
        const { env } = await workingEnvironment(t);
        const missing = `${env['DATA_DIR']}-other`;
        const row = rowsIn(await doctor({ ...env, DATA_DIR: missing }, '--json')).get('store');
        assert.equal(row?.status, 'warning');
        assert.equal(existsSync(missing), false);
    });

    it('says that a database server does not answer, and what is not known then', async (t) => {
        const { env } = await workingEnvironment(t);
        await changeTenant(env, (tenant) => (tenant['webhookSecret'] = { env: 'ACME_SECRET' }));
        const url = (await closedServerUrl()).replace('http:', 'postgres:');
        const given = { ...env, DATABASE_URL: `${url}/journal`, ACME_SECRET: 'a-secret-for-webhooks-1' };
        const examined = await doctor(given, '--json');
        const rows = rowsIn(examined);
        assert.equal(examined.code, 1);
        assert.deepEqual([rows.get('store')?.status, rows.get('webhooks')?.status], ['error', 'unknown']);
        assert.match(rows.get('webhooks')?.found ?? '', /could not be found out/);
        assert.ok(!examined.output.includes('a-secret-for-webhooks-1'));
    });

    it('takes no option that it does not know', async () => {
        const { code, output } = await doctor({}, '--fix');
        assert.equal(code, 2);
        assert.match(output, /^Usage: npm run doctor/);
    });
});

describe('the words of the doctor', () => {
    const STORE = { name: 'store', status: 'ok', code: 'server', facts: [4], link: null, letter: null } as const;

    it('are those of the custom labels', () => {
        assert.equal(readLabelWords()(STORE).found, 'The Postgres server answers in 4 ms.');
    });

    it('are codes and facts where no labels are at hand', () => {
        const { title, found, fix } = readLabelWords(new URL('file:///nowhere/labels.xml'))(STORE);
        assert.deepEqual([title, found, fix], ['store', 'server | 4', null]);
    });

    it('are those of another finding where the page shares them, and those of every check at last', () => {
        const inWords = readLabelWords();
        const row = inWords({ ...STORE, name: 'events', code: 'flow', facts: ['invalid_grant'] });
        assert.match(row.found, /Salesforce answered: invalid_grant\./);
        assert.match(row.fix ?? '', /external client app/);
        assert.match(inWords({ ...STORE, code: 'timedOut', facts: [8] }).found, /within 8 s/);
    });
});
