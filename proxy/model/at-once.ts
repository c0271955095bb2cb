import os from 'node:os';

/** A search needs a core and some gigabytes. */
const MOST = 2;

/**
 * Does what is to be done, as many at once as there are cores, up to two.
 * @param onDone told of each in their order, as soon as those before it are done
 */
export async function atOnce<T>(tasks: readonly (() => Promise<T>)[], onDone: (done: T) => void): Promise<T[]> {
    const results: T[] = [];
    const left = [...tasks.entries()];
    let told = 0;
    const work = async (): Promise<void> => {
        for (let next = left.shift(); next !== undefined; next = left.shift()) {
            const [index, task] = next;
            results[index] = await task();
            for (; results[told] !== undefined; told += 1) onDone(results[told] as T);
        }
    };
    await Promise.all(Array.from({ length: Math.min(MOST, os.availableParallelism()) }, work));
    return results;
}
