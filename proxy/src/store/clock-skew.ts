/** The first question may wait for a connection, which says nothing about clocks: the quickest answer counts. */
const QUESTIONS = 3;

/**
 * By how many milliseconds another clock is ahead of ours; below 0 when it is behind. Its time is taken for the one in the
 * middle between question and answer.
 * @param ask its time, in milliseconds since 1970
 * @param now our time, in the same
 * @throws what `ask` throws
 */
export async function measureSkewMs(ask: () => Promise<number>, now: () => number): Promise<number> {
    let best = { skewMs: 0, tookMs: Infinity };
    for (let question = 0; question < QUESTIONS; question += 1) {
        const askedAt = now();
        const theirs = await ask();
        const tookMs = now() - askedAt;
        if (tookMs < best.tookMs) best = { skewMs: theirs - (askedAt + tookMs / 2), tookMs };
    }
    return best.skewMs;
}
