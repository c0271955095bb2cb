import { median } from './quantile.ts';

/** Runs a task so many times, one after the other, and returns the median of its times in milliseconds. */
export async function medianMs(times: number, task: (index: number) => Promise<unknown>): Promise<number> {
    const taken: number[] = [];
    for (let index = 0; index < times; index += 1) {
        const started = performance.now();
        await task(index);
        taken.push(performance.now() - started);
    }
    return median(taken);
}
