import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { TestContext } from 'node:test';
import { TENANT_ID } from '../../../fakes/gotallo.ts';
import { BLOCK_PERMISSION } from '../../../fakes/salesforce.ts';
import { copyPreparedDatabase } from '../../../scripts/prepared-database.ts';

const SERVER = path.resolve(import.meta.dirname, '../../src/server.ts');

/** The proxy as its own process. */
export interface ProxyProcess {
    child: ChildProcess;
    /** Resolves with the port of the log line `listening`. */
    listening: Promise<number>;
    /** Resolves when a line with that message is logged from now on. */
    logged(message: string): Promise<void>;
    /** Resolves with exit code or signal, and all that was printed. */
    ended: Promise<{ code: number | null; signal: NodeJS.Signals | null; output: string }>;
}

/** Starts the proxy with nothing but the given environment; it ends with the test at the latest. */
export function proxyProcess(t: TestContext, env: Record<string, string>, args: string[] = []): ProxyProcess {
    const { PATH = '', NODE_COMPILE_CACHE = '' } = process.env;
    const child = spawn(process.execPath, [SERVER, ...args], { env: { PATH, NODE_COMPILE_CACHE, ...env } });
    t.after(() => child.kill('SIGKILL'));
    let output = '';
    const { promise: listening, resolve, reject } = Promise.withResolvers<number>();
    listening.catch(() => {});
    child.stderr.on('data', (chunk: Buffer) => (output += String(chunk)));
    const lines = createInterface(child.stdout).on('line', (line) => {
        output += `${line}\n`;
        if (line.includes('"listening"')) resolve((JSON.parse(line) as { port: number }).port);
    });
    const ended = once(child, 'close').then(([code, signal]) => {
        reject(new Error(`The proxy ended before it listened: ${output}`));
        return { code: code as number | null, signal: signal as NodeJS.Signals | null, output };
    });
    const logged = (message: string): Promise<void> =>
        new Promise((found) => {
            lines.on('line', (line) => {
                if (line.includes(`"msg":"${message}"`)) found();
            });
        });
    return { child, listening, logged, ended };
}

/** A folder that is removed after the test. */
export async function temporaryFolder(t: TestContext): Promise<string> {
    const folder = await mkdtemp(path.join(tmpdir(), 'proxy-'));
    t.after(() => rm(folder, { recursive: true, force: true }));
    return folder;
}

/** Makes a store, writes a tenants file and returns the environment that a working proxy needs. */
export async function environment(
    folder: string,
    { instanceUrl, baseUrl }: { instanceUrl: string; baseUrl: string }
): Promise<Record<string, string>> {
    const dataDir = path.join(folder, 'data');
    await copyPreparedDatabase(dataDir);
    const tenantsFile = path.join(folder, 'tenants.json');
    const tenant = {
        name: 'acme',
        salesforce: {
            orgId: '00D000000000001EAA',
            instanceUrl,
            permissions: { block: [BLOCK_PERMISSION], manage: [] }
        },
        gotallo: {
            baseUrl,
            tenantId: TENANT_ID,
            token: { env: 'ACME_GOTALLO_TOKEN' },
            blockedStateExcluded: true
        }
    };
    await writeFile(tenantsFile, JSON.stringify({ tenants: [tenant] }));
    return {
        PORT: '0',
        HOST: '127.0.0.1',
        DATA_DIR: dataDir,
        TENANTS_FILE: tenantsFile,
        ACME_GOTALLO_TOKEN: 'the-gotallo-token'
    };
}
