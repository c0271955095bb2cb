import type { UndoView } from '#contract';

/**
 * The shortest and the longest time to show it, whatever the clocks say: that of the browser may be behind or ahead. The
 * proxy refuses what is too late.
 */
const SHORTEST_MS = 5_000;
const LONGEST_MS = 30_000;

/** What can be taken back, and until when to show that. */
export interface UndoOffer {
    operationId: string;
    /** Milliseconds since 1970; null once it has ended. */
    endsAt: number | null;
}

/** @param before the offer until now; the same one does not begin anew when it is told again */
export function offerAfter(before: UndoOffer | null, undo: UndoView | null, now: number): UndoOffer | null {
    if (!undo || undo.operationId === before?.operationId) {
        return undo && before;
    }
    const endsAt = Math.min(Math.max(Date.parse(undo.expiresAt), now + SHORTEST_MS), now + LONGEST_MS);
    return { operationId: undo.operationId, endsAt };
}
