import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { expectBlocked } from '../load/check.ts';
import { blockOf, subjectsOf, viewOf, type Subject, type TenantName } from '../load/calls.ts';
import type { Job } from '../load/job.ts';
import type { ServerProcess } from '../machine/server-process.ts';
import type { Stage } from '../machine/stage.ts';
import type { Options } from '../options.ts';
import { findNginx, nginxCommand } from '../servers/nginx.ts';
import type { MeasuredProxy, StoreKind, When } from './measured-proxy.ts';

/** How many calls are under way at once. */
const CONNECTIONS = 20;
/** How many conversations are looked at again and again. */
const VIEWED = 100;

/** What a proxy is asked in a turn. */
export const MEASURED_CALLS = ['GET warm', 'GET cold', 'block', 'block with native'] as const;
export type MeasuredCall = (typeof MEASURED_CALLS)[number];

/** What a line is of: a server that everything is compared with, another one, or a call of a proxy. */
export type Key = 'ceiling' | 'yardstick' | 'forwarder' | { call: MeasuredCall; store: StoreKind; when: When };

/** One line of the table: a server, and what it is asked to do in a turn. */
export interface Entry {
    name: string;
    key: Key;
    server: ServerProcess;
    prepare(): Promise<Omit<Job, 'url'>>;
}

/** The same views as the proxy's, asked of servers that know nothing of them: one answers by itself, others forward. */
export async function bareServers(stage: Stage, { seconds }: Options): Promise<Entry[]> {
    const upstream = await stage.startLocal('upstream');
    const calls = newSubjects(VIEWED).map((subject) => viewOf(subject));
    const prepare = async () => ({ connections: CONNECTIONS, calls, seconds });
    const bare = async (name: string, key: Key, file: string): Promise<Entry> => {
        const script = path.resolve(import.meta.dirname, '../servers', file);
        const env = { UPSTREAM: upstream.url };
        return { name, key, server: await stage.startMeasured(file, () => [process.execPath, script], env), prepare };
    };
    const entries = [
        await bare('bare Express answers GET', 'ceiling', 'bare-express.ts'),
        await bare('http-proxy-middleware forwards GET', 'yardstick', 'forward-express.ts'),
        await bare('@fastify/http-proxy forwards GET', 'forwarder', 'forward-fastify.ts')
    ];
    const nginx = findNginx();
    if (nginx === null) {
        stage.notes.push("Skipped: nginx; on Debian, install the package 'nginx-light' to measure it.");
        return entries;
    }
    const folder = await stage.newFolder('nginx');
    const command = (port: number) => nginxCommand(nginx, upstream.url, folder, port);
    const server = await stage.startMeasured('nginx-process', command);
    return [...entries, { name: 'nginx forwards GET', key: 'forwarder', server, prepare }];
}

/**
 * The turns of one proxy in a round. Its warm views come between blocks of the same process, for that is what exists: a
 * process that has only ever answered views is optimized for nothing else.
 */
export async function proxyEntries(stage: Stage, options: Options, proxy: MeasuredProxy): Promise<Entry[]> {
    const { server, cold, store, when, name } = proxy;
    const entryOf = (call: MeasuredCall, turn: Pick<Entry, 'server' | 'prepare'>): Entry => ({
        name: `proxy ${call}, ${name}`,
        key: { call, store, when },
        ...turn
    });
    return [
        entryOf('block', blocks(stage, options, server, 'byState')),
        entryOf('GET warm', await views(stage, options, server)),
        entryOf('block with native', blocks(stage, options, server, 'native')),
        entryOf('GET cold', await coldViews(stage, options, cold))
    ];
}

/** Views of blocked conversations. */
export async function views(
    { load }: Pick<Stage, 'load'>,
    { seconds }: Pick<Options, 'seconds'>,
    server: ServerProcess
): Promise<Pick<Entry, 'server' | 'prepare'>> {
    const subjects = newSubjects(VIEWED);
    await block(load, server, subjects);
    const calls = subjects.map((subject) => viewOf(subject));
    for (const call of calls.slice(0, 1)) await expectBlocked(server.url, call);
    return { server, prepare: async () => ({ connections: CONNECTIONS, calls, seconds }) };
}

/** The same of a process that remembers nobody; it blocks before each turn. */
async function coldViews(stage: Stage, options: Options, server: ServerProcess): ReturnType<typeof views> {
    const { prepare } = await views(stage, options, server);
    return {
        server,
        async prepare() {
            await block(stage.load, server, newSubjects(VIEWED));
            return prepare();
        }
    };
}

/** Blocks of conversations that their agents look at; each is blocked once. */
export function blocks(
    { load }: Pick<Stage, 'load'>,
    options: Pick<Options, 'blocks'>,
    server: ServerProcess,
    tenant: TenantName
): Pick<Entry, 'server' | 'prepare'> {
    const nativeBlock = tenant === 'native' ? 'blocked' : 'not-supported';
    return {
        server,
        async prepare() {
            const [first, ...subjects] = newSubjects(options.blocks + 1);
            await look(load, server, subjects, tenant);
            if (first !== undefined) await expectBlocked(server.url, blockOf(first, tenant), nativeBlock);
            const calls = subjects.map((subject) => blockOf(subject, tenant));
            return { connections: CONNECTIONS, calls, seconds: null };
        }
    };
}

async function block(load: Stage['load'], { url }: ServerProcess, subjects: readonly Subject[]): Promise<void> {
    const calls = subjects.map((subject) => blockOf(subject));
    await load.run({ url, connections: CONNECTIONS, calls, seconds: null });
}

/** Lets every agent open their conversations. */
export async function look(
    load: Stage['load'],
    { url }: ServerProcess,
    subjects: readonly Subject[],
    tenant: TenantName = 'byState'
): Promise<void> {
    const calls = subjects.map((subject) => viewOf(subject, tenant));
    await load.run({ url, connections: CONNECTIONS, calls, seconds: null });
}

/** Conversations that nobody knows yet. */
export function newSubjects(count: number): Subject[] {
    return subjectsOf(Array.from({ length: count }, () => randomUUID()));
}
