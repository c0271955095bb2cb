import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** A sandbox as `npm start` runs it. */
export interface StartedSandbox {
    /** The console page, as the terminal names it. */
    url: string;
    /** What the terminal shows. */
    printed: string;
    stop(): Promise<void>;
}

/**
 * Runs `npm start` on a free port, until it says how to stop it.
 * @throws Error with what it printed when it ends before that
 */
export async function npmStart(): Promise<StartedSandbox> {
    const options = { cwd: ROOT, env: { ...process.env, PORT: '0' } };
    const child = spawn('npm', ['start'], { ...options, stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = once(child, 'exit');
    const lines: string[] = [];
    for await (const line of createInterface(child.stdout)) {
        lines.push(line);
        if (line.startsWith('Stop with')) break;
    }
    const printed = lines.join('\n');
    const url = /ready: +(http:\S+)/.exec(printed)?.[1];
    if (url === undefined) throw new Error(`npm start has ended:\n${printed}`);
    const stop = async (): Promise<void> => {
        child.kill('SIGTERM');
        await ended;
    };
    return { url, printed, stop };
}
