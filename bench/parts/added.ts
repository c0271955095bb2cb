import type { Stage } from '../machine/stage.ts';
import { blockAtGoTallo, blockOf } from '../load/calls.ts';
import type { Call } from '../load/job.ts';
import type { Options } from '../options.ts';
import { median } from '../report/quantile.ts';
import { look, newSubjects } from './entries.ts';
import type { MeasuredProxy } from './measured-proxy.ts';

/** What the proxy adds to the time GoTallo takes for a block, one block at a time. Medians in milliseconds. */
export interface Added extends Pick<MeasuredProxy, 'store' | 'when' | 'name'> {
    /** Asked of the proxy. */
    block: number;
    /** The same command, sent to GoTallo straight. */
    straight: number;
}

/** Blocks conversations one after the other, through each proxy and without one. */
export async function addedByProxy(
    { load, goTalloUrl }: Stage,
    { rounds, blocks }: Options,
    proxies: readonly MeasuredProxy[]
): Promise<Added[]> {
    const count = Math.ceil(blocks / 4);
    const oneByOne = async (url: string, calls: Call[]): Promise<number> =>
        (await load.run({ url, connections: 1, calls, seconds: null })).p50;
    const times = proxies.map((proxy) => ({ proxy, block: [] as number[], straight: [] as number[] }));
    for (let round = 0; round < rounds; round += 1) {
        for (const { proxy, block, straight } of times) {
            const subjects = newSubjects(count);
            await look(load, proxy.server, subjects);
            const calls = subjects.map((subject) => blockOf(subject));
            straight.push(await oneByOne(goTalloUrl, subjects.map(blockAtGoTallo)));
            block.push(await oneByOne(proxy.server.url, calls));
        }
    }
    return times.map(({ proxy: { store, when, name }, block, straight }) => ({
        store,
        when,
        name,
        block: median(block),
        straight: median(straight)
    }));
}
