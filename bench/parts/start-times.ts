import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { CACHE } from '../../sandbox/paths.ts';

/** How long `npm start` takes until it says that the page is ready, in seconds. */
export interface StartTimes {
    /** With nothing built yet. */
    first: number;
    later: number;
}

/** Starts the sandbox twice, the first time without what earlier starts have built. */
export async function startTimes(): Promise<StartTimes> {
    await rm(CACHE, { recursive: true, force: true });
    return { first: await startOnce(), later: await startOnce() };
}

async function startOnce(): Promise<number> {
    const started = performance.now();
    const child = spawn('npm', ['start'], { env: { ...process.env, PORT: '0' }, stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    for await (const line of createInterface(child.stdout)) if (line.includes('is ready')) break;
    const seconds = (performance.now() - started) / 1000;
    child.kill('SIGTERM');
    await ended;
    return seconds;
}
