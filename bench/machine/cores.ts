import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';

/** Read before this process is bound to some of them. */
const CORES = availableParallelism();

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
    if (CORES < 2) return { measured: [], note: 'One core for everything: ratios only hint at what one core does.' };
    const { status } = spawnSync('taskset', ['-a', '-c', '-p', `1-${CORES - 1}`, String(process.pid)]);
    if (status !== 0)
        return { measured: [], note: 'Not bound to cores: taskset (util-linux) is missing or was refused.' };
    const others = CORES === 2 ? 'the other one' : `the other ${CORES - 1}`;
    return {
        measured: ['taskset', '-c', '0'],
        note: `Each measured server is bound to one core; load generator, local services and databases share ${others}.`
    };
}
