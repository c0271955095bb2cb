import type { ProblemCode } from '#contract';
import { ACCEPTED } from '../contract.ts';
import type { Command } from '../scenario/scenario.ts';

/** What became of one command of an agent. */
export interface Asked {
    command: Command;
    /** Milliseconds since 1970. */
    startedAt: number;
    endedAt: number;
    status: number;
    /** The answer says that the command was accepted. */
    isAccepted: boolean;
}

/** Problems that a command may meet here; any other is a fault of the proxy. */
const POSSIBLE: ReadonlySet<ProblemCode> = new Set([
    ...ACCEPTED,
    // Even the commit of the command may have got no answer, so that nobody knows whether it was written down.
    'result-not-stored',
    'conversation-blocked',
    'conversation-busy',
    'end-in-past',
    'undo-not-possible',
    // Of asking the channel once more: there is no block, or the channel may block already.
    'block-changed',
    'native-block-not-possible',
    'too-many-requests',
    'gotallo-refused',
    'gotallo-unreachable',
    'gotallo-unavailable',
    // A proxy that stood still finds that all it waited for has timed out.
    'salesforce-unavailable',
    'store-unavailable'
]);

/**
 * Whether an answer says that the command was accepted.
 * @param code null with status 200
 * @param mayHaveNothingToDo such as an unblock of what is not blocked, which is answered with 200 and not written down
 */
export function isAccepted(status: number, code: ProblemCode | null, mayHaveNothingToDo: boolean): boolean {
    if (status === 200) return !mayHaveNothingToDo;
    return code !== null && ACCEPTED.has(code);
}

/** Whether a command may be answered so. */
export function isPossible(status: number, code: ProblemCode | null): boolean {
    return status === 200 || (code !== null && POSSIBLE.has(code));
}
