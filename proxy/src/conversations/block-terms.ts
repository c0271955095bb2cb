import type { BlockTerms, Wish } from './records.ts';

/** What the block says after this wish: what is not spoken of stays. */
export function termsAfter(before: BlockTerms, { reason, note, until }: Pick<Wish, keyof BlockTerms>): BlockTerms {
    return {
        reason: reason === undefined ? before.reason : reason,
        note: note === undefined ? before.note : note,
        until: until === undefined ? before.until : until
    };
}

/** Whether the wish changes what the block says. */
export function changes(wish: Pick<Wish, keyof BlockTerms>, before: BlockTerms): boolean {
    const after = termsAfter(before, wish);
    const isSameEnd = after.until?.getTime() === before.until?.getTime();
    return after.reason !== before.reason || after.note !== before.note || !isSameEnd;
}
