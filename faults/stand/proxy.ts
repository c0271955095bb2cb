import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** How many lines of its output are kept to explain an end that nobody wanted. */
const KEPT_LINES = 30;

/** How long a proxy is left alone at least. */
const AT_WORK_MS = 700;

/** The production proxy as a process that can be killed and comes back. */
export class Proxy {
    readonly #server: string;
    readonly #env: Record<string, string>;
    readonly #lines: string[] = [];
    #child: ChildProcess | null = null;
    #isWanted = false;
    #readySince = Infinity;
    #isPaused = false;
    #ready: Promise<string> = Promise.reject(new Error('It was not started.'));
    /** How often it was killed. */
    kills = 0;
    /** How often it stood still. */
    pauses = 0;
    /** Called when it goes on after it stood still. */
    onContinue: () => void = () => {};
    /** Set when it ended though nobody killed it. */
    fault: string | null = null;

    /**
     * @param server path of `server.ts`
     * @param env its whole configuration
     */
    constructor(server: string, env: Record<string, string>) {
        this.#server = server;
        this.#env = env;
        this.#ready.catch(() => {});
    }

    /** Not right after it began or went on: it would never get anywhere. */
    get isAtWork(): boolean {
        return this.#isWanted && performance.now() - this.#readySince > AT_WORK_MS;
    }

    /** Its address, once it listens, however often it is killed before; rejects when it does not start. */
    async ready(): Promise<string> {
        for (;;) {
            const started = this.#ready;
            try {
                return await started;
            } catch (error) {
                if (started === this.#ready) throw error;
            }
        }
    }

    /** @returns the address, once it listens; rejects with its output when it ends before */
    start(): Promise<string> {
        const { PATH = '', NODE_COMPILE_CACHE = '' } = process.env;
        const child = spawn(process.execPath, [this.#server], {
            env: { PATH, NODE_COMPILE_CACHE, ...this.#env },
            stdio: ['ignore', 'pipe', 'pipe']
        });
        // However this process ends, the proxy does not outlive it.
        const kill = (): void => void child.kill('SIGKILL');
        process.once('exit', kill);
        child.once('exit', (code, signal) => {
            process.off('exit', kill);
            if (this.#isWanted && this.#child === child) this.#endedByItself(signal ?? `code ${code}`);
        });
        this.#child = child;
        this.#isWanted = true;
        this.#ready = this.#listening(child);
        this.#ready.catch(() => {});
        return this.#ready;
    }

    /** Stops it for a while, as a busy machine would, unless it stands still already. @returns whether it stops */
    pause(forMs: number): boolean {
        const child = this.#child;
        if (child === null || this.#isPaused || !this.isAtWork) return false;
        this.#isPaused = true;
        this.pauses += 1;
        child.kill('SIGSTOP');
        this.#continue(child, forMs);
        return true;
    }

    /** Kills it without a warning, as a crash would, and starts it again. @returns whether it ran */
    crash(): boolean {
        if (this.#child === null || !this.isAtWork) return false;
        this.#readySince = Infinity;
        this.kills += 1;
        this.#isWanted = false;
        const ended = once(this.#child, 'exit');
        this.#child.kill('SIGKILL');
        this.#ready = ended.then(() => this.start());
        this.#ready.catch(() => {});
        return true;
    }

    /** Kills it for good. */
    async stop(): Promise<void> {
        const child = this.#child;
        this.#isWanted = false;
        this.#child = null;
        if (child === null || child.exitCode !== null || child.signalCode !== null) return;
        const ended = once(child, 'exit');
        child.kill('SIGKILL');
        await ended;
    }

    #continue(child: ChildProcess, afterMs: number): void {
        setTimeout(() => {
            this.#isPaused = false;
            child.kill('SIGCONT');
            this.#readySince = performance.now();
            this.onContinue();
        }, afterMs);
    }

    #listening(child: ChildProcess): Promise<string> {
        return new Promise((resolve, reject) => {
            child.once('exit', () => reject(new Error(`The proxy ended:\n${this.#lines.join('\n')}`)));
            for (const stream of [child.stdout, child.stderr]) {
                if (stream === null) continue;
                createInterface({ input: stream }).on('line', (line) => {
                    this.#keep(line);
                    const stillMs = /^stands still by itself for (\d+) ms/.exec(line)?.[1];
                    if (stillMs !== undefined) this.#continue(child, Number(stillMs));
                    const port = /"port":(\d+).*"listening"/.exec(line)?.[1];
                    if (port === undefined) return;
                    this.#readySince = performance.now();
                    resolve(`http://127.0.0.1:${port}`);
                });
            }
        });
    }

    #keep(line: string): void {
        this.#lines.push(line);
        if (this.#lines.length > KEPT_LINES) this.#lines.shift();
    }

    #endedByItself(how: string): void {
        this.fault = `A proxy ended by itself (${how}):\n${this.#lines.join('\n')}`;
    }
}
