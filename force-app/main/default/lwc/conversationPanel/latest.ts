/**
 * Tells the answer that was asked for last from those that came too late.
 * @returns makes everything before stale, and gives a question to ask when the answer is there: is it still the latest?
 */
export function latest(): () => () => boolean {
    let current = 0;
    return () => {
        current += 1;
        const mine = current;
        return () => mine === current;
    };
}
