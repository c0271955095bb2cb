/**
 * Lets all who ask for the same thing at the same time share one piece of work and its result, or its failure.
 * Nothing is kept once the work is done.
 */
export function shareUnderWay<T>(): (key: string, work: () => Promise<T>) => Promise<T> {
    const underWay = new Map<string, Promise<T>>();
    return (key, work) => {
        const known = underWay.get(key);
        if (known) return known;
        const started = work().finally(() => underWay.delete(key));
        underWay.set(key, started);
        return started;
    };
}
