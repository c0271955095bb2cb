import type { BlockTerms, Command } from '../knowledge/records.ts';

/** What the block says after this command: what is not spoken of stays. */
export function termsAfter(before: BlockTerms, { reason, note, until }: Pick<Command, keyof BlockTerms>): BlockTerms {
    return {
        reason: reason === undefined ? before.reason : reason,
        note: note === undefined ? before.note : note,
        until: until === undefined ? before.until : until
    };
}

/** Whether the command changes what the block says. */
export function changes(command: Pick<Command, keyof BlockTerms>, before: BlockTerms): boolean {
    const after = termsAfter(before, command);
    const isSameEnd = after.until?.getTime() === before.until?.getTime();
    return after.reason !== before.reason || after.note !== before.note || !isSameEnd;
}
