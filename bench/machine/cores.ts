import { execFileSync, spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';

/** Where processes run: each server that is measured on one core, everything else on the others. */
export interface Cores {
    /** What to put in front of the command of a server that is measured. */
    measured: readonly string[];
    /** In one sentence, for the report. */
    note: string;
}

/**
 * Keeps this process, and all that it starts from now on, away from the first core, which is left to the servers that
 * are measured. Where processes cannot be bound to cores (util-linux' `taskset` is missing, or there is one core only),
 * nothing is bound, and the note says so.
 */
export function divideCores(): Cores {
    const cores = availableParallelism();
    if (cores < 2) return { measured: [], note: 'One core for everything: ratios only hint at what one core does.' };
    if (spawnSync('taskset', ['--version']).error !== undefined) {
        return { measured: [], note: 'Not bound to cores: taskset (util-linux) is not installed.' };
    }
    execFileSync('taskset', ['-a', '-c', '-p', `1-${cores - 1}`, String(process.pid)], { stdio: 'ignore' });
    const others = cores === 2 ? 'the other one' : `the other ${cores - 1}`;
    return {
        measured: ['taskset', '-c', '0'],
        note: `Each measured server is bound to one core; load generator, local services and databases share ${others}.`
    };
}
