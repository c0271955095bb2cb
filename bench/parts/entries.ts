import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { expectBlocked } from '../load/check.ts';
import { blockOf, subjectsOf, viewOf, type Subject, type TenantName } from '../load/calls.ts';
import type { Job } from '../load/job.ts';
import type { ServerProcess } from '../machine/server-process.ts';
import type { Stage } from '../machine/stage.ts';
import type { Options } from '../options.ts';
import { findNginx, nginxCommand } from '../servers/nginx.ts';

/** How many calls are under way at once. */
const CONNECTIONS = 20;
/** How many conversations are looked at again and again. */
const VIEWED = 100;

/** One line of the table: a server, and what it is asked to do in a turn. */
export interface Entry {
    name: string;
    server: ServerProcess;
    prepare(): Promise<Omit<Job, 'url'>>;
}

/** The same views as the proxy's, asked of forwarders that know nothing of them. */
export async function forwarders(stage: Stage, { seconds }: Options): Promise<Entry[]> {
    const upstream = await stage.startLocal('upstream');
    const calls = newSubjects(VIEWED).map((subject) => viewOf(subject));
    const prepare = async () => ({ connections: CONNECTIONS, calls, seconds });
    const forwarder = async (name: string, file: string): Promise<Entry> => {
        const script = path.resolve(import.meta.dirname, '../servers', file);
        const env = { UPSTREAM: upstream.url };
        return { name, server: await stage.startMeasured(file, () => [process.execPath, script], env), prepare };
    };
    const entries = [
        await forwarder('http-proxy-middleware forwards GET', 'forward-express.ts'),
        await forwarder('@fastify/http-proxy forwards GET', 'forward-fastify.ts')
    ];
    const nginx = findNginx();
    if (nginx === null) {
        stage.notes.push("Skipped: nginx; on Debian, install the package 'nginx-light' to measure it.");
        return entries;
    }
    const folder = await stage.newFolder('nginx');
    const command = (port: number) => nginxCommand(nginx, upstream.url, folder, port);
    return [
        ...entries,
        { name: 'nginx forwards GET', server: await stage.startMeasured('nginx-process', command), prepare }
    ];
}

/** Views of blocked conversations. */
export async function views(
    { load }: Stage,
    { seconds }: Options,
    { name, server }: Pick<Entry, 'name' | 'server'>
): Promise<Entry> {
    const subjects = newSubjects(VIEWED);
    const blocks = subjects.map((subject) => blockOf(subject));
    await load.run({ url: server.url, connections: CONNECTIONS, calls: blocks, seconds: null });
    const calls = subjects.map((subject) => viewOf(subject));
    for (const call of calls.slice(0, 1)) await expectBlocked(server.url, call);
    return { name, server, prepare: async () => ({ connections: CONNECTIONS, calls, seconds }) };
}

/** Blocks of conversations that their agents look at; each is blocked once. */
export function blocks(
    { load }: Stage,
    options: Options,
    { name, server, tenant }: Pick<Entry, 'name' | 'server'> & { tenant: TenantName }
): Entry {
    const nativeBlock = tenant === 'native' ? 'blocked' : 'not-supported';
    return {
        name,
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
