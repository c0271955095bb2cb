/**
 * Reads a comma-separated list as admins type it.
 * @returns its parts without the spaces around them; empty ones and repetitions, whatever their case, are left out
 */
export function partsOf(text: string | null | undefined): string[] {
    const parts = wordOf(text)
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean);
    return Array.from(new Map(parts.reverse().map((part) => [part.toLowerCase(), part])).values()).reverse();
}

/**
 * Tells the parts of a list that are of use from the others.
 * @param read what a part stands for; undefined where that is nothing
 */
export function sorted<T>(parts: string[], read: (part: string) => T | undefined): { known: T[]; unknown: string[] } {
    const known = new Set(parts.map(read).filter((value) => value !== undefined));
    return { known: Array.from(known), unknown: parts.filter((part) => read(part) === undefined) };
}

/** What was typed into a text property, without the spaces around it. */
export function wordOf(text: string | null | undefined): string {
    return String(text ?? '').trim();
}
