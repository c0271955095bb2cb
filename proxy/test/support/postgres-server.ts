import { execFile, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { chown, mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { freePort } from '../../../fakes/server.ts';

const run = promisify(execFile);
const DEBIAN = '/usr/lib/postgresql';
const ADMIN = 'postgres';

/** The server to test on instead of the embedded store; the suite `postgres` sets it. */
export const SERVER_URL = process.env['TEST_POSTGRES_URL'];

/** A throwaway PostgreSQL server on loopback, which trusts everybody there. */
export interface PostgresServer {
    /** Of its administrator's own database. */
    url: string;
    /** `immediate`: as after a crash. */
    stop(mode: 'fast' | 'immediate'): Promise<void>;
    /** Starts it again on the same port. */
    start(): Promise<void>;
    /** Ends it and takes its data away. */
    destroy(): Promise<void>;
}

/** What a server can be started with. */
export interface PostgresServerOptions {
    /** No file of the server grows beyond that many KiB, as on a disk that is full; a power of two above 1024. */
    maxFileKiB?: number;
}

/** @returns where the newest server's programs are as Debian has them; null where there is none */
export async function findPostgres(): Promise<string | null> {
    const versions = (await readdir(DEBIAN).catch(() => [])).toSorted((a, b) => Number(a) - Number(b));
    const newest = versions.at(-1);
    return newest === undefined ? null : path.join(DEBIAN, newest, 'bin');
}

/** Makes an empty database on the server whose URL is given. @returns its URL */
export async function newDatabaseOn(serverUrl: string): Promise<string> {
    const name = `test_${randomUUID().replaceAll('-', '')}`;
    const client = new Client({ connectionString: serverUrl });
    await client.connect();
    await client.query(`create database ${name}`);
    await client.end();
    return Object.assign(new URL(serverUrl), { pathname: `/${name}` }).href;
}

/**
 * @param bin where the server's programs are
 * @throws Error when it does not start
 */
export async function startPostgres(bin: string, options: PostgresServerOptions = {}): Promise<PostgresServer> {
    const folder = await mkdtemp(path.join(tmpdir(), 'postgres-'));
    const port = await freePort();
    const user = await serverUser();
    if (user.uid !== undefined && user.gid !== undefined) await chown(folder, user.uid, user.gid);
    const data = path.join(folder, 'data');
    const inFolder = { ...user, cwd: folder };
    await run(
        path.join(bin, 'initdb'),
        ['-D', data, '-U', ADMIN, '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync', '--wal-segsize=1'],
        inFolder
    );
    const control = async (...args: string[]): Promise<void> => {
        // Limits pass on from the shell to the server. It writes EFBIG into its log instead of ending.
        const limit = options.maxFileKiB === undefined ? '' : `ulimit -f ${options.maxFileKiB * 2}; `;
        const command = `${limit}exec "$0" "$@" >/dev/null 2>&1`;
        await run('/bin/sh', ['-c', command, path.join(bin, 'pg_ctl'), '-D', data, '-w', ...args], inFolder);
    };
    const settings = `-p ${port} -h 127.0.0.1 -F -c unix_socket_directories='' -c log_min_messages=panic`;
    const start = (): Promise<void> => control('start', '-l', path.join(folder, 'log'), '-o', settings);
    const stop = (mode: string): Promise<void> => control('stop', '-m', mode);
    const guard = startGuard(folder, path.join(bin, 'pg_ctl'), user);
    await start();
    return {
        url: `postgres://${ADMIN}@127.0.0.1:${port}/postgres`,
        start,
        stop,
        async destroy() {
            guard.ref();
            guard.stdin.end();
            await once(guard, 'exit');
        }
    };
}

/**
 * Ends the server and takes its data away when its input closes, which happens at the latest with this process, however
 * that ends.
 */
function startGuard(folder: string, pgCtl: string, user: { uid?: number; gid?: number }) {
    const script = 'cat >/dev/null; "$0" -D "$1/data" -m immediate -w stop >/dev/null 2>&1; rm -rf "$1"';
    // In a group of its own, so that a signal to all of the tests does not end it first.
    const guard = spawn('/bin/sh', ['-c', script, pgCtl, folder], {
        ...user,
        cwd: tmpdir(),
        detached: true,
        stdio: ['pipe', 'ignore', 'ignore']
    });
    guard.unref();
    return guard;
}

/** The server refuses to run as root, so there it runs as the user that Debian made for it, or as nobody. */
async function serverUser(): Promise<{ uid?: number; gid?: number }> {
    if (process.getuid?.() !== 0) return {};
    const users = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
    const user = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody');
    return user === undefined ? {} : { uid: Number(user[2]), gid: Number(user[3]) };
}
