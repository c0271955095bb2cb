import type { Fate } from '../gotallo/fates.ts';
import type { History } from './scenario.ts';

/**
 * The smallest history that can be reached by leaving out one thing after the other.
 * @param found what fails with its history
 * @param tryOut plays a history; null when it does not fail
 */
export async function smaller<Found extends { history: History }>(
    found: Found,
    tryOut: (history: History) => Promise<Found | null>
): Promise<Found> {
    let smallest = found;
    for (let at = 0; ;) {
        const candidate = candidates(smallest.history)[at];
        if (candidate === undefined) return smallest;
        const failing = await tryOut(candidate);
        // What was tried before it made no difference, and need not be tried again.
        if (failing === null) at += 1;
        else smallest = { ...failing, history: candidate };
    }
}

/** Every history with one thing less, what is large first. */
function candidates(history: History): History[] {
    const { steps, fates, processFaults, aheadMs, crowd } = history;
    const { changeState, blockUser, read } = fates;
    return [
        ...(crowd > 1 ? [{ ...history, crowd: 1 }] : []),
        ...(processFaults.length > 0 ? [{ ...history, processFaults: [] }] : []),
        ...steps.map((_, index) => ({ ...history, steps: steps.toSpliced(index, 1) })),
        ...calmer(changeState).map((it) => ({ ...history, fates: { ...fates, changeState: it } })),
        ...calmer(blockUser).map((it) => ({ ...history, fates: { ...fates, blockUser: it } })),
        ...calmer(read).map((it) => ({ ...history, fates: { ...fates, read: it } })),
        ...(aheadMs > 0 ? [{ ...history, aheadMs: 0 }] : [])
    ];
}

/** A fault less: none at all, or one that is answered, or the last one cut off. */
function calmer<Kind extends Fate>(fates: readonly Kind[]): (Kind | 'answered')[][] {
    const [last] = fates.slice(-1);
    const faults = [...fates.keys()].filter((index) => fates[index] !== 'answered');
    return [
        ...(last === undefined ? [] : [[]]),
        ...(last === 'answered' ? [fates.slice(0, -1)] : []),
        ...faults.map((index) => fates.with(index, 'answered' as Kind))
    ];
}
