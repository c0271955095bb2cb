import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { openSync, closeSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import { freePort } from '../../fakes/server.ts';

/** What a server process is started with. */
export interface ServerProcessOptions {
    name: string;
    /** The program and its arguments, by the port it is to listen on. */
    command: (port: number) => readonly [string, ...string[]];
    /** Its whole environment beside PATH and PORT. */
    env?: Record<string, string>;
    /** Where its output is kept. */
    folder: string;
}

/** A server in a process of its own, on loopback. */
export interface ServerProcess {
    name: string;
    url: string;
    pid: number;
    stop(): Promise<void>;
}

/** However this process ends, no server outlives it. */
const RUNNING = new Set<ChildProcess>();
process.once('exit', () => RUNNING.forEach((child) => child.kill('SIGKILL')));

const READY_WITHIN_MS = 120_000;
const END_WITHIN_MS = 10_000;
const LOOK_EVERY_MS = 20;

/**
 * Starts a server and waits until it takes connections. Its output goes to a file, so that nobody has to keep up with it.
 * @throws Error with the end of its output when it ends before that, or is not ready in time
 */
export async function startServerProcess(options: ServerProcessOptions): Promise<ServerProcess> {
    const { name, command, env = {}, folder } = options;
    const port = await freePort();
    const file = path.join(folder, `${name}.log`);
    const output = openSync(file, 'a');
    const [program, ...args] = command(port);
    const { PATH = '' } = process.env;
    const child = spawn(program, args, {
        env: { PATH, PORT: String(port), ...env },
        stdio: ['ignore', output, output]
    });
    closeSync(output);
    RUNNING.add(child);
    child.once('exit', () => RUNNING.delete(child));
    await once(child, 'spawn');
    const stop = (): Promise<void> => end(child);
    if (!(await isListening(child, port))) {
        await stop();
        throw new Error(`${name} did not start:\n${readFileSync(file, 'utf8').slice(-2000)}`);
    }
    return { name, url: `http://127.0.0.1:${port}`, pid: child.pid ?? 0, stop };
}

async function isListening(child: ChildProcess, port: number): Promise<boolean> {
    const deadline = performance.now() + READY_WITHIN_MS;
    while (!isOver(child) && performance.now() < deadline) {
        if (await takesConnections(port)) return true;
        await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
    return false;
}

function takesConnections(port: number): Promise<boolean> {
    return new Promise((resolve) => {
        const socket = connect(port, '127.0.0.1');
        socket.once('connect', () => {
            socket.destroy();
            resolve(true);
        });
        socket.once('error', () => resolve(false));
    });
}

async function end(child: ChildProcess): Promise<void> {
    if (isOver(child)) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), END_WITHIN_MS);
    await ended;
    clearTimeout(timer);
}

function isOver({ exitCode, signalCode }: ChildProcess): boolean {
    return exitCode !== null || signalCode !== null;
}
