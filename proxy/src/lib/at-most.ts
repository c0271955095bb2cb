/**
 * Bounds an LRU cache by the number of its entries. Its own option `max` does the same, but sets room aside for all of
 * them at once: 40 bytes each, whether or not they ever come.
 */
export function atMost(entries: number): { maxSize: number; sizeCalculation: () => number } {
    return { maxSize: entries, sizeCalculation: () => 1 };
}
