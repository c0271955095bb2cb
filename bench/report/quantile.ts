/** The smallest of the values that is not below the given part of them; NaN without any. */
export function quantile(values: readonly number[], part: number): number {
    const sorted = values.toSorted((a, b) => a - b);
    return sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
    return quantile(values, 0.5);
}
