/** What a block says of itself. Another fact about a block joins here first. */
export interface BlockTerms {
    reason: string | null;
    note: string | null;
    /** When it ends by itself; null: when somebody unblocks. */
    until: Date | null;
}

/** What a command says of a block: what it does not speak of stays as it is, and null takes it away. */
export type SaidTerms = Partial<BlockTerms>;

/** What a block says of which nothing was said. */
export const NO_TERMS: BlockTerms = { reason: null, note: null, until: null };

/** What a block says after a command. */
export function termsAfter(before: BlockTerms, said: SaidTerms): BlockTerms {
    return { ...before, ...said };
}

/** Whether a command changes what a block says. */
export function changesTerms(said: SaidTerms, before: BlockTerms): boolean {
    return textOfTerms(termsAfter(before, said)) !== textOfTerms(before);
}

/** Two that say the same have the same text; not spoken of is not the same as taken away. */
export function textOfTerms(said: SaidTerms): string {
    return JSON.stringify(Object.entries(said).sort(([one], [other]) => (one < other ? -1 : 1)));
}
