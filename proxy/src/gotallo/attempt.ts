/** What became of one sending of a request. */
export type Attempt =
    /** It was not sent, to spare GoTallo: too many calls wait already, or it is given a rest. */
    | { kind: 'held-back'; retryAfterMs: number }
    /** It never left: no connection came about. */
    | { kind: 'not-sent'; code: string }
    /** It was sent and given up. */
    | { kind: 'no-answer' }
    /** The connection broke before the answer was complete. */
    | { kind: 'broken'; code: string }
    | Answer;

/** What GoTallo, or something in between, answered. */
export interface Answer {
    kind: 'answered';
    status: number;
    retryAfterMs: number | null;
    /** When the answer began, by the clock that `answerTime` chose. */
    at: Date;
    /** By how much that clock is ahead of ours: 0 when it is ours, and below 0 when it is behind. */
    clockAheadMs: number;
    /** Null when it was too long to be read, and when that of a refusal did not arrive whole. */
    body: string | null;
}

/** Whether what was asked for may have been done, though nobody said so. */
export function mayHaveApplied(attempt: Attempt): boolean {
    if (attempt.kind === 'not-sent' || attempt.kind === 'held-back') return false;
    return attempt.kind !== 'answered' || attempt.status < 400 || attempt.status >= 500;
}

/** Whether the same request may fare better a little later. */
export function isWorthRepeating(attempt: Attempt): boolean {
    if (attempt.kind === 'held-back') return false;
    return attempt.kind !== 'answered' || attempt.status === 429 || attempt.status >= 500;
}

/** Whether GoTallo did not answer, or answered that it cannot: many of these in a row, and it needs a rest. */
export function isTrouble(attempt: Attempt): boolean {
    return attempt.kind !== 'answered' || attempt.status >= 500;
}

export function isSuccess(attempt: Attempt): attempt is Answer {
    return attempt.kind === 'answered' && attempt.status >= 200 && attempt.status < 300;
}
