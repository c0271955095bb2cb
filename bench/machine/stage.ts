import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findPostgres, newDatabaseOn, startPostgres } from '../../proxy/test/support/postgres-server.ts';
import { startLoadGenerator, type LoadGenerator } from '../load/load-generator.ts';
import { PRESENT, type ProxyVersion } from '../versions/version.ts';
import { divideCores } from './cores.ts';
import { startServerProcess, type ServerProcess } from './server-process.ts';

const SERVERS = path.resolve(import.meta.dirname, '../servers');

const NO_POSTGRES = "Skipped: all on a PostgreSQL server; on Debian, install the package 'postgresql' to measure it.";
const NO_SYNC =
    'The PostgreSQL server does not wait for its disk (fsync off), just as the embedded store does not. One that does adds ' +
    'the time of two commits to a block, of three to one with native block.';

/** What a measured proxy is started with beside its usual environment. */
interface ProxyOptions {
    /** Null: the embedded store. */
    databaseUrl: string | null;
    env?: Record<string, string>;
    /** Whose code it runs; the present one when left out. */
    version?: ProxyVersion;
    /** Node's own options, in front of the file. */
    nodeOptions?: readonly string[];
}

/** Everything that measuring needs around the servers that are measured. */
export interface Stage {
    /** What holds for all that is measured here. */
    notes: string[];
    folder: string;
    load: LoadGenerator;
    /** Where the local GoTallo is. */
    goTalloUrl: string;
    /** One of `bench/servers`, not measured itself. */
    startLocal(name: string): Promise<ServerProcess>;
    /** A server that is measured. */
    startMeasured(
        name: string,
        command: (port: number) => readonly string[],
        env?: Record<string, string>
    ): Promise<ServerProcess>;
    /** The proxy, measured. */
    startProxy(name: string, options: ProxyOptions): Promise<ServerProcess>;
    /** A new folder for the data of a proxy. */
    newFolder(name: string): Promise<string>;
    /** Makes an empty database on a throwaway PostgreSQL server; null where PostgreSQL is not installed. */
    newDatabase: (() => Promise<string>) | null;
    /**
     * Stops every server that was started here, the last one first, and takes away what they wrote. Whoever asks again
     * waits for the same end.
     */
    end(): Promise<void>;
}

/** Starts the local services and the load generator. */
export async function setStage(): Promise<Stage> {
    const stops: (() => Promise<void>)[] = [];
    const stopAll = async (): Promise<void> => {
        // What cannot be stopped must not keep what is left from being taken away.
        for (const stop of stops.toReversed()) await stop().catch((error: unknown) => console.error(error));
    };
    let ending: Promise<void> | undefined;
    const end = (): Promise<void> => (ending ??= stopAll());
    try {
        return { ...(await set(stops)), end };
    } catch (error) {
        await end();
        throw error;
    }
}

async function set(stops: (() => Promise<void>)[]): Promise<Omit<Stage, 'end'>> {
    const cores = divideCores();
    const folder = await mkdtemp(path.join(tmpdir(), 'bench-'));
    stops.push(() => rm(folder, { recursive: true, force: true }));
    const start = async (options: Parameters<typeof startServerProcess>[0]): Promise<ServerProcess> => {
        const server = await startServerProcess(options);
        stops.push(server.stop);
        return server;
    };
    const startLocal: Stage['startLocal'] = (name) =>
        start({ name, command: () => [process.execPath, path.join(SERVERS, `${name}.ts`)], folder });
    const startMeasured: Stage['startMeasured'] = (name, command, env = {}) => {
        const onCore = (port: number): [string, ...string[]] => toCommand([...cores.measured, ...command(port)]);
        return start({ name, command: onCore, env, folder });
    };
    const newFolder = async (name: string): Promise<string> => {
        await mkdir(path.join(folder, name));
        return path.join(folder, name);
    };
    const load = await startLoadGenerator();
    stops.push(load.stop);
    const [salesforce, goTallo] = [await startLocal('salesforce'), await startLocal('gotallo')];
    const newDatabase = await databases(stops);
    const notes = [cores.note, newDatabase === null ? NO_POSTGRES : NO_SYNC];
    return {
        notes,
        folder,
        load,
        goTalloUrl: goTallo.url,
        startLocal,
        startMeasured,
        newFolder,
        newDatabase,
        async startProxy(name, { databaseUrl, env, version = PRESENT, nodeOptions = [] }) {
            const own = await newFolder(name);
            const around = { salesforceUrl: salesforce.url, goTalloUrl: goTallo.url, folder: own, databaseUrl };
            const usual = await version.environment(around);
            const [program, ...words] = await version.command();
            return startMeasured(name, () => [program, ...nodeOptions, ...words], { ...usual, ...env });
        }
    };
}

async function databases(stops: (() => Promise<void>)[]): Promise<Stage['newDatabase']> {
    const bin = await findPostgres();
    if (bin === null) return null;
    const server = await startPostgres(bin);
    stops.push(() => server.destroy());
    return () => newDatabaseOn(server.url);
}

function toCommand([program, ...args]: readonly string[]): [string, ...string[]] {
    if (program === undefined) throw new Error('There is nothing to start.');
    return [program, ...args];
}
