import type { AgentName } from '#contract';
import { NOTHING_STORED, type Command } from '../../src/conversations/knowledge/records.ts';
import type {
    ConfirmedEnding,
    Ending,
    FailedEnding,
    Replaced,
    UnknownEnding
} from '../../src/conversations/protocol/ending.ts';
import type { AcceptedOperation, Journal } from '../../src/conversations/protocol/journal.ts';
import type { Acceptance, Decline } from '../../src/conversations/rules/decision.ts';

export const ANA: AgentName = { id: '005000000000001AAA', name: 'Ana Silva' };
export const SAM: AgentName = { id: '005000000000003AAA', name: 'Sam Lee' };
export const BLOCK: Command = {
    kind: 'block',
    state: 'BLOCKED',
    terms: { reason: 'Spam', note: 'crypto links' }
};
export const UNBLOCK: Command = { kind: 'unblock', state: 'OPEN' };

/** A command that differs from all that is known. */
export function accepting(command: Command, changes: Partial<Acceptance> = {}): () => Acceptance {
    const acceptance = {
        command,
        endsOpenBlock: null,
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
    return {
        outcome: 'confirmed',
        at: new Date(),
        nativeBlock: null,
        nativeCall: null,
        inFlightMs: 0,
        undo: null,
        ...changes
    };
}

/** GoTallo said a clear no, and nothing was stored before unless the test says so. */
export function failed(before: Replaced = NOTHING_STORED): FailedEnding {
    return { outcome: 'failed', failure: 'gotallo-refused', before };
}

/** GoTallo gave no answer. */
export function unknown(changes: Partial<UnknownEnding> = {}): UnknownEnding {
    return { outcome: 'unknown', failure: 'gotallo-timeout', inFlightMs: 0, againMs: 0, ...changes };
}

/** Accepts a command that must be accepted. */
export async function accept(
    journal: Journal,
    id: string,
    command: Command,
    { by = ANA, ...changes }: Partial<Acceptance> & { by?: AgentName | null } = {}
): Promise<AcceptedOperation> {
    const result = await journal.accept(id, by, accepting(command, changes));
    if (result.kind !== 'accepted') throw new Error(`The command was not accepted: ${result.kind}.`);
    return result.operation;
}

/** Accepts a command and writes down how it ended. */
export async function carryOut(
    journal: Journal,
    id: string,
    command: Command,
    how: Ending,
    by: AgentName = ANA
): Promise<AcceptedOperation> {
    const operation = await accept(journal, id, command, { by });
    await journal.complete(operation, how);
    return operation;
}
