/** What a call returns that the card can do without; undefined when it throws. */
export function quietly<Result>(call: () => Result): Result | undefined {
    try {
        return call();
    } catch {
        return undefined;
    }
}
