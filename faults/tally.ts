/** How often what happened. */
export class Tally {
    readonly #counts = new Map<string, number>();

    count(what: string, times = 1): void {
        this.#counts.set(what, (this.#counts.get(what) ?? 0) + times);
    }

    add(other: Tally): void {
        for (const [what, times] of other.#counts) this.count(what, times);
    }

    of(what: string): number {
        return this.#counts.get(what) ?? 0;
    }

    only(isCounted: (what: string) => boolean): Tally {
        const part = new Tally();
        for (const [what, times] of this.#counts) if (isCounted(what)) part.count(what, times);
        return part;
    }

    get total(): number {
        return [...this.#counts.values()].reduce((sum, count) => sum + count, 0);
    }

    /** The most frequent first, in words. */
    toString(): string {
        const sorted = [...this.#counts].sort(([, a], [, b]) => b - a);
        return sorted.map(([what, count]) => `${what} ${count}`).join(', ') || 'none';
    }
}
