import { blockStatus } from '../knowledge/block-status.ts';
import { knownState, type Snapshot } from '../knowledge/known-state.ts';
import type { Undoable, Command } from '../knowledge/records.ts';
import type { Agent } from '../ports.ts';
import type { Decision } from './decision.ts';
import { judge, type JudgeOptions } from './judge-command.ts';

/** For how long a block or unblock can be taken back after it was confirmed. */
export const UNDO_MS = 30_000;
const SAME_CLOCK_MS = 1_000;

/** Who asks to take something back. */
export interface UndoOptions extends JudgeOptions {
    agent: Pick<Agent, 'id'>;
}

/** What becomes of the command to take an operation back. Once it is done, a repeat changes nothing. */
export function judgeUndo(operationId: string, snapshot: Snapshot, options: UndoOptions): Decision {
    if (snapshot.record.undone === operationId) return { decline: 'nothing-to-do' };
    const { unfinished } = snapshot.record;
    // It was accepted, and has no answer yet.
    if (unfinished?.command.undoes === operationId) return judge(unfinished.command, snapshot, options);
    const undoable = undoableBy(snapshot, options);
    if (undoable?.operationId !== operationId) return { decline: 'undo-not-possible' };
    return judge(commandToUndo(undoable), snapshot, options);
}

/** The opposite of what was done, back to what was there before. */
function commandToUndo({ operationId, kind, state }: Undoable): Command {
    return { kind: kind === 'block' ? 'unblock' : 'block', state, undoes: operationId };
}

/** The last operation, if it is this agent's, not too long ago, and nothing shows that it does not hold anymore. */
export function undoableBy(snapshot: Snapshot, { agent, now }: Pick<UndoOptions, 'agent' | 'now'>): Undoable | null {
    const { undoable } = snapshot.record;
    if (undoable === null || undoable.agentId !== agent.id) return null;
    const age = now.getTime() - undoable.at.getTime();
    // Below zero by more than clocks kept by NTP differ: the clock went back, and nobody knows how long ago it was.
    if (age < -SAME_CLOCK_MS || age >= UNDO_MS) return null;
    return stillHolds(undoable, snapshot) ? undoable : null;
}

function stillHolds({ kind }: Undoable, snapshot: Snapshot): boolean {
    if (kind === 'block') return blockStatus(snapshot) === 'confirmed';
    const { state } = knownState(snapshot);
    return state !== null && state === snapshot.record.confirmedState?.state;
}
