/**
 * Lets calls at the same time, and those within a while after, share one run and its result, or its failure.
 * @param freshMs how long a result is used again
 */
export function shared<T>(run: () => Promise<T>, freshMs: number): () => Promise<T> {
    let current: { result: Promise<T>; startedAt: number } | undefined;
    return () => {
        const now = performance.now();
        if (current === undefined || now - current.startedAt > freshMs) current = { result: run(), startedAt: now };
        return current.result;
    };
}
