import type { UndoView } from '#contract';

/** Shown no longer than that, whatever the clocks say. */
const LONGEST_MS = 30_000;
/** Shown as long after this agent's own change: the browser's clock may be ahead. The proxy refuses what is too late. */
const SHORTEST_MS = 5_000;

/** What can be taken back, and until when to show that. */
export interface UndoOffer {
    operationId: string;
    /** Milliseconds since 1970. */
    endsAt: number;
}

/**
 * @param before the offer until now; the same one does not begin anew when it is told again
 * @param isOwn whether this agent made the change in this card just now
 */
export function offerAfter(
    before: UndoOffer | null,
    undo: UndoView | null,
    isOwn: boolean,
    now: number
): UndoOffer | null {
    if (!undo || undo.operationId === before?.operationId) {
        return undo && before;
    }
    const earliest = isOwn ? now + SHORTEST_MS : 0;
    const endsAt = Math.min(Math.max(Date.parse(undo.expiresAt), earliest), now + LONGEST_MS);
    return { operationId: undo.operationId, endsAt };
}
