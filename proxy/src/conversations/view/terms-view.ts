import type { BlockWords } from '#contract';
import type { BlockTerms } from '../knowledge/block-terms.ts';

/**
 * What a block says, as agents are shown it.
 * @param mayRead whether the caller may read the note
 */
export function termsView({ reason, note, until }: BlockTerms, mayRead: boolean): BlockWords {
    return { reason, note: mayRead ? note : null, until: until?.toISOString() ?? null };
}
