import type { Operation } from '../knowledge/records.ts';

/** How long the parts of the block protocol take, in milliseconds. */
export interface ProtocolTiming {
    /** How long a conversation is held without a sign of life; in half of it, any try has sent all that it sends. */
    leaseMs: number;
    /** How long something that was sent and not answered may still take effect; half a lease at most. */
    inFlightMs: number;
    /** How long a change waits for the one before it. */
    waitMs: number;
    /** How often conversations that nobody holds are looked for, and the first wait before one is tried again. */
    recoveryMs: number;
    /** How long after it came a change is answered, whatever happens; it goes on all the same. */
    answerMs: number;
}

/** Apex gives a callout up after 45 seconds at our setting, and the way there and back takes time, too. */
const ANSWER_MS = 38_000;

/** @param attemptMs how long one call to GoTallo is waited for */
export function timingFor(attemptMs: number): ProtocolTiming {
    return {
        leaseMs: attemptMs * 10,
        inFlightMs: attemptMs * 5,
        waitMs: attemptMs * 3,
        recoveryMs: Math.round(attemptMs * 0.8),
        answerMs: ANSWER_MS
    };
}

/**
 * Until when, by `performance.now()`, something may be sent for an operation. What is sent by then has taken effect, or
 * never will, when the lease runs out and somebody else goes on: a process that stood still meanwhile sends nothing.
 */
export function sendUntil({ leasedAt }: Operation, { leaseMs }: ProtocolTiming): number {
    return leasedAt + leaseMs / 2;
}
