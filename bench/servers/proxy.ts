import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { BLOCK_USER } from '../../fakes/gotallo.ts';
import { BLOCK_PERMISSION } from '../../fakes/salesforce.ts';
import { ORGS } from './agents.ts';

const REPOSITORY = path.resolve(import.meta.dirname, '../..');

/** GoTallo's own side of the two tenants. */
export const GOTALLO_TOKEN = 'the-gotallo-token';
export const GOTALLO_TENANTS = {
    byState: '11111111-2222-4333-8444-555555555501',
    native: '11111111-2222-4333-8444-555555555502'
} as const;

/**
 * The command of `npm run proxy`, so that what is measured is what is run.
 * @throws Error when that is not `node`, flags and a file
 */
export async function proxyCommand(): Promise<[string, ...string[]]> {
    const text = await readFile(path.join(REPOSITORY, 'package.json'), 'utf8');
    const { scripts } = JSON.parse(text) as { scripts: Record<string, string> };
    const [program, ...words] = (scripts['proxy'] ?? '').split(' ');
    const file = words.pop();
    if (program !== 'node' || file === undefined) throw new Error('The script "proxy" is not understood.');
    return [process.execPath, ...words, path.join(REPOSITORY, file)];
}

/** Where the local services of a measured proxy are. */
export interface ProxySurroundings {
    salesforceUrl: string;
    goTalloUrl: string;
    /** For its tenants file, and its data where `databaseUrl` is null. */
    folder: string;
    databaseUrl: string | null;
}

/**
 * The environment of a measured proxy: two tenants, one with the native block, and the most changes an agent may
 * be allowed. Everything else is as in production, the log included.
 */
export async function proxyEnvironment(surroundings: ProxySurroundings): Promise<Record<string, string>> {
    const { folder, databaseUrl } = surroundings;
    const file = path.join(folder, 'tenants.json');
    const tenants = [tenant('byState', surroundings), tenant('native', surroundings)];
    await writeFile(file, JSON.stringify({ tenants }));
    const environment = {
        TENANTS_FILE: file,
        GOTALLO_TOKEN,
        WRITES_PER_MINUTE: '100000',
        EVIDENCE_SECONDS: '3600',
        AUTH_CACHE_SECONDS: '300',
        ...(databaseUrl === null
            ? { DATA_DIR: path.join(folder, 'data') }
            : { ...ON_A_SERVER, DATABASE_URL: databaseUrl })
    };
    if (databaseUrl !== null) await fillCompileCache(environment);
    return environment;
}

/** As docs/operations.md says for a proxy on a Postgres server. */
const ON_A_SERVER = {
    NODE_COMPILE_CACHE: path.join(REPOSITORY, 'test-results/compile-cache'),
    NODE_OPTIONS: '--max-old-space-size=256',
    MALLOC_ARENA_MAX: '2'
};

/** A proxy's first start fills the cache, and every later one uses it. */
async function fillCompileCache(environment: Record<string, string>): Promise<void> {
    const [program, ...words] = await proxyCommand();
    await promisify(execFile)(program, [...words, '--check-config'], { env: { ...process.env, ...environment } });
}

function tenant(name: keyof typeof ORGS, { salesforceUrl, goTalloUrl }: ProxySurroundings): object {
    return {
        name: name.toLowerCase(),
        salesforce: {
            orgId: ORGS[name],
            instanceUrl: salesforceUrl,
            permissions: { block: [BLOCK_PERMISSION], manage: [] }
        },
        gotallo: {
            baseUrl: `${goTalloUrl}/api/v1`,
            tenantId: GOTALLO_TENANTS[name],
            token: { env: 'GOTALLO_TOKEN' },
            ...(name === 'native' && { nativeBlock: BLOCK_USER }),
            blockedStateExcluded: true
        }
    };
}
