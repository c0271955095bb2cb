import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { StoreAnswer, StoreRequest } from './store-process/child.ts';

const CHILD = fileURLToPath(new URL('store-process/child.ts', import.meta.url));

/** How a process with a store is started. */
export interface StoreProcessOptions {
    /** No file grows beyond that many KiB, as on a disk that is full. */
    maxFileKiB?: number;
    /** The user whose rights it has. */
    uid?: number;
}

/** A process of its own that works on an embedded store. */
export interface StoreProcess {
    /** Asks it for something; one thing at a time. */
    ask(request: StoreRequest): Promise<StoreAnswer>;
    kill(): Promise<void>;
}

/** Starts one; it ends with the test at the latest. */
export function startStoreProcess(t: TestContext, { maxFileKiB, uid }: StoreProcessOptions = {}): StoreProcess {
    // Beyond the limit a write fails, as on a full disk; without the trap the signal would end the process.
    const limit = maxFileKiB === undefined ? '' : `trap '' XFSZ; ulimit -f ${maxFileKiB * 2}; `;
    const child = spawn('/bin/sh', ['-c', `${limit}exec "$0" "$@"`, process.execPath, CHILD], {
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
        ...(uid !== undefined && { uid, gid: uid })
    });
    t.after(() => child.kill('SIGKILL'));
    return {
        async ask(request) {
            child.send(request);
            return answerOf(child);
        },
        async kill() {
            if (child.exitCode !== null || child.signalCode !== null) return;
            child.kill('SIGKILL');
            await once(child, 'exit');
        }
    };
}

async function answerOf(child: ChildProcess): Promise<StoreAnswer> {
    const ended = new AbortController();
    const exit = once(child, 'exit', { signal: ended.signal }).then(([code, signal]) => {
        throw new Error(`The process ended: ${code ?? signal}.`);
    });
    try {
        const [answer] = (await Promise.race([once(child, 'message', { signal: ended.signal }), exit])) as [
            StoreAnswer
        ];
        return answer;
    } finally {
        ended.abort();
        exit.catch(() => {});
    }
}
