/** How long the parts of the block protocol take, in milliseconds. */
export interface ProtocolTiming {
    /** How long an operation is held without a sign of life; longer than any try can take. */
    leaseMs: number;
    /** How long something that was sent and not answered may still be carried out. */
    lateMs: number;
    /** How long a change waits for the one before it. */
    waitMs: number;
    /** How often operations that nobody holds are looked for, and the first wait before one is tried again. */
    recoveryMs: number;
}

/** @param attemptMs how long one call to GoTallo is waited for */
export function timingFor(attemptMs: number): ProtocolTiming {
    return {
        leaseMs: attemptMs * 10,
        lateMs: attemptMs * 5,
        waitMs: attemptMs * 3,
        recoveryMs: Math.round(attemptMs * 0.8)
    };
}
