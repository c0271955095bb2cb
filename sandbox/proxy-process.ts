import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { createInterface } from 'node:readline';
import type { ClockMessage } from './clock/clock-message.ts';
import { REPOSITORY } from './paths.ts';

/** The production proxy as a process of its own. */
export interface ProxyProcess {
    url: string;
    /** Its log, one JSON object a line. */
    log: readonly string[];
    /** Moves its clock ahead of the machine's; resolves when it stands there, or the proxy has ended. */
    setClock(ahead: number): Promise<void>;
    stop(): Promise<void>;
    /** Starts it again where it was stopped: at its address, on its store, at the time that its clock was last given. */
    restart(): Promise<void>;
}

const READY_WITHIN = 60_000;
const CLOCK = new URL('clock/proxy-preload.ts', import.meta.url).href;

/**
 * Starts the unmodified proxy, with a clock that can be moved, and waits until it listens.
 * @param env its whole configuration
 * @throws Error with what it printed when it ends before that, or is not ready in time
 */
export async function startProxy(env: Record<string, string>): Promise<ProxyProcess> {
    const log: string[] = [];
    let ahead = 0;
    let { child, port } = await launch(env, log);
    return {
        url: `http://127.0.0.1:${port}`,
        log,
        setClock: async (milliseconds) => {
            ahead = milliseconds;
            await setClock(child, ahead);
        },
        stop: () => stop(child),
        restart: async () => {
            await stop(child);
            ({ child, port } = await launch({ ...env, PORT: String(port) }, log));
            await setClock(child, ahead);
        }
    };
}

/** @param log gets what it prints, a line each */
async function launch(env: Record<string, string>, log: string[]): Promise<{ child: ChildProcess; port: number }> {
    const { PATH = '', NODE_COMPILE_CACHE = '' } = process.env;
    const child = spawn(process.execPath, ['--import', CLOCK, 'proxy/src/server.ts'], {
        cwd: REPOSITORY,
        env: { PATH, NODE_COMPILE_CACHE, ...env },
        stdio: ['ignore', 'pipe', 'pipe', 'ipc']
    });
    // However this process ends, the proxy does not outlive it.
    const kill = (): void => void child.kill('SIGKILL');
    process.once('exit', kill);
    child.once('exit', () => process.off('exit', kill));
    if (child.stderr) createInterface({ input: child.stderr }).on('line', (line) => log.push(line));
    return { child, port: await listeningPort(child, log) };
}

function listeningPort(child: ChildProcess, log: string[]): Promise<number> {
    return new Promise((resolve, reject) => {
        const fail = (reason: string) => reject(new Error(`${reason}\n${log.join('\n')}`));
        const timer = setTimeout(() => {
            child.kill('SIGKILL');
            fail('The proxy was not ready in time.');
        }, READY_WITHIN);
        child.once('exit', (code) => {
            clearTimeout(timer);
            fail(`The proxy ended with code ${code}.`);
        });
        if (!child.stdout) return fail('The proxy has no output.');
        createInterface({ input: child.stdout }).on('line', (line) => {
            log.push(line);
            const port = portIn(line);
            if (port === null) return;
            clearTimeout(timer);
            resolve(port);
        });
    });
}

function portIn(line: string): number | null {
    try {
        const { msg, port } = JSON.parse(line) as { msg?: string; port?: number };
        return msg === 'listening' && port !== undefined ? port : null;
    } catch {
        return null;
    }
}

async function setClock(child: ChildProcess, ahead: number): Promise<void> {
    if (!child.connected) return;
    const message: ClockMessage = { ahead };
    const over = new AbortController();
    const answered = ['message', 'exit'].map((event) => once(child, event, { signal: over.signal }));
    child.send(message);
    await Promise.race(answered);
    over.abort();
}

async function stop(child: ChildProcess): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), 10_000);
    await ended;
    clearTimeout(timer);
}
