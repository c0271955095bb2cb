import type { AgentName } from '#contract';
import type { ConfirmedEnding, Ending, FailedEnding, Standing, UnknownEnding } from '../../src/conversations/ending.ts';
import type { Acceptance, AcceptedOperation, Decline, Journal } from '../../src/conversations/journal.ts';
import { NOTHING_STORED, type Wish } from '../../src/conversations/records.ts';

export const ANA: AgentName = { id: '005000000000001AAA', name: 'Ana Silva' };
export const SAM: AgentName = { id: '005000000000003AAA', name: 'Sam Lee' };
export const BLOCK: Wish = {
    kind: 'block',
    state: 'BLOCKED',
    reason: 'Spam',
    note: 'crypto links',
    until: undefined,
    undoes: undefined
};
export const UNBLOCK: Wish = { kind: 'unblock', state: 'OPEN' };

/** A wish that differs from all that is known. */
export function accepting(wish: Wish, changes: Partial<Acceptance> = {}): () => Acceptance {
    const acceptance = {
        wish,
        endsOpenBlock: false,
        isDoubtful: true,
        mayBeUndone: false,
        nativeBlock: null,
        before: null,
        ...changes
    };
    return () => acceptance;
}

export function declining(decline: Decline['decline']): () => Decline {
    return () => ({ decline });
}

/** GoTallo said yes. */
export function confirmed(changes: Partial<ConfirmedEnding> = {}): ConfirmedEnding {
    return { outcome: 'confirmed', at: new Date(), nativeBlock: null, inFlightMs: 0, undo: null, ...changes };
}

/** GoTallo said a clear no, and nothing was stored before unless the test says so. */
export function failed(before: Standing = NOTHING_STORED): FailedEnding {
    return { outcome: 'failed', failure: 'gotallo-refused', before };
}

/** GoTallo gave no answer. */
export function unknown(changes: Partial<UnknownEnding> = {}): UnknownEnding {
    return { outcome: 'unknown', failure: 'gotallo-timeout', inFlightMs: 0, againMs: 0, ...changes };
}

/** Accepts a wish that must be accepted. */
export async function accept(
    journal: Journal,
    id: string,
    wish: Wish,
    { by = ANA, ...changes }: Partial<Acceptance> & { by?: AgentName | null } = {}
): Promise<AcceptedOperation> {
    const result = await journal.accept(id, by, accepting(wish, changes));
    if (result.kind !== 'accepted') throw new Error(`The wish was not accepted: ${result.kind}.`);
    return result.operation;
}

/** Accepts a wish and writes down how it ended. */
export async function carryOut(
    journal: Journal,
    id: string,
    wish: Wish,
    how: Ending,
    by: AgentName = ANA
): Promise<AcceptedOperation> {
    const operation = await accept(journal, id, wish, { by });
    await journal.settle(operation, how);
    return operation;
}
