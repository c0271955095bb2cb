import type { ProblemCode } from '#contract';
import type { AskedFor } from '../scenario/scenario.ts';

/** What became of one wish of an agent. */
export interface Asked {
    wish: AskedFor;
    /** Milliseconds since 1970. */
    startedAt: number;
    endedAt: number;
    status: number;
    /** The answer says that the wish was accepted. */
    isAccepted: boolean;
}

/** Problems that say that GoTallo was asked, so the wish was written down before. */
const ACCEPTED: ReadonlySet<ProblemCode> = new Set(['gotallo-failed', 'gotallo-timeout', 'result-not-stored']);

/** Problems that a wish may meet here; any other is a fault of the proxy. */
const POSSIBLE: ReadonlySet<ProblemCode> = new Set([
    ...ACCEPTED,
    'conversation-blocked',
    'conversation-busy',
    'end-in-past',
    'undo-not-possible',
    'too-many-requests',
    'gotallo-refused',
    'gotallo-unreachable',
    'gotallo-unavailable',
    'store-unavailable'
]);

/**
 * Whether an answer says that the wish was accepted.
 * @param code null with status 200
 * @param mayHaveNothingToDo such as an unblock of what is not blocked, which is answered with 200 and not written down
 */
export function isAccepted(status: number, code: ProblemCode | null, mayHaveNothingToDo: boolean): boolean {
    if (status === 200) return !mayHaveNothingToDo;
    return code !== null && ACCEPTED.has(code);
}

/** Whether a wish may be answered so. */
export function isPossible(status: number, code: ProblemCode | null): boolean {
    return status === 200 || (code !== null && POSSIBLE.has(code));
}
