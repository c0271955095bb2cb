import { cpuSeconds } from '../machine/usage.ts';
import type { ServerProcess } from '../machine/server-process.ts';
import type { LoadGenerator } from './load-generator.ts';
import type { Job, JobResult } from './job.ts';
import { median } from '../report/quantile.ts';

/** What one turn of a server tells. */
export interface Turn extends JobResult {
    /** What one call costs the server, in milliseconds of its core; null where that cannot be told. */
    cpuMs: number | null;
    /** How busy it kept its core, from 0 to 1. */
    busy: number | null;
}

/** Lets a server work, and takes its time on the core. */
export async function measure(load: LoadGenerator, server: ServerProcess, job: Omit<Job, 'url'>): Promise<Turn> {
    const before = await cpuSeconds(server.pid);
    const result = await load.run({ ...job, url: server.url });
    const after = await cpuSeconds(server.pid);
    const cpu = before === null || after === null ? null : after - before;
    return {
        ...result,
        cpuMs: cpu === null ? null : (cpu / result.count) * 1000,
        busy: cpu === null ? null : Math.min(1, (cpu * result.perSecond) / result.count)
    };
}

/** The median of each number over all turns. */
export function medianTurn(turns: readonly Turn[]): Turn {
    const of = (pick: (turn: Turn) => number | null): number => median(turns.map(pick).filter((it) => it !== null));
    return {
        count: of((turn) => turn.count),
        perSecond: of((turn) => turn.perSecond),
        p50: of((turn) => turn.p50),
        p99: of((turn) => turn.p99),
        cpuMs: of((turn) => turn.cpuMs),
        busy: of((turn) => turn.busy)
    };
}
