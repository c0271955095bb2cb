import type { AgentName } from '#contract';
import type { Acceptance, Decline, Ending, Journal } from '../../src/conversations/journal.ts';
import type { Operation, Wish } from '../../src/conversations/records.ts';

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
        platform: null,
        lateMs: 0,
        before: null,
        ...changes
    };
    return () => acceptance;
}

export function declining(decline: Decline['decline']): () => Decline {
    return () => ({ decline });
}

/** An ending that is the last one. */
export function ending(outcome: Ending['outcome'], changes: Partial<Ending> = {}): Ending {
    const failure = { confirmed: null, failed: 'gotallo-refused', unknown: 'gotallo-timeout' }[outcome];
    return {
        outcome,
        failure,
        at: new Date(),
        doubt: null,
        platform: null,
        lateMs: 0,
        againMs: null,
        undo: null,
        undoBefore: null,
        ...changes
    };
}

/** Accepts a wish that must be accepted. */
export async function accept(
    journal: Journal,
    id: string,
    wish: Wish,
    { by = ANA, ...changes }: Partial<Acceptance> & { by?: AgentName | null } = {}
): Promise<Operation> {
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
): Promise<Operation> {
    const operation = await accept(journal, id, wish, { by });
    await journal.settle(operation, how);
    return operation;
}
