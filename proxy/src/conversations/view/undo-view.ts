import type { UndoView } from '#contract';
import type { Snapshot } from '../knowledge/known-state.ts';
import type { Agent } from '../ports.ts';
import { UNDO_MS, undoableBy } from '../rules/judge-undo.ts';

/** What this agent can take back; null when there is nothing. */
export function undoView(snapshot: Snapshot, { id, permissions }: Agent, now: Date): UndoView | null {
    const undoable = permissions.block ? undoableBy(snapshot, { agent: { id }, now }) : null;
    if (undoable === null) return null;
    const { operationId, kind, state } = undoable;
    return { operationId, kind, state, expiresAt: new Date(undoable.at.getTime() + UNDO_MS).toISOString() };
}
