import { isWorthRepeating, type Attempt } from './attempt.ts';

export interface RetryOptions {
    /** How often one call is sent at most; 3 when left out. */
    attempts?: number;
    /** For the whole call, waits included; 2.5 times the time-out of one attempt when left out. */
    budgetMs?: number;
    /** The wait before the n-th repetition, where GoTallo does not name one. */
    backOffMs?: (repetition: number) => number;
}

/**
 * Sends until it is of no use, the attempts are used up, or the next wait does not fit what is left of the budget. The
 * wait is the one that GoTallo names, else it doubles and is jittered.
 * @param send makes one attempt, which must be over at `endsAt` by `performance.now()`
 * @returns all attempts, in their order; at least one
 */
export async function repeatedly(
    send: (endsAt: number) => Promise<Attempt>,
    { attempts: most = 3, budgetMs, backOffMs = jitteredBackOff }: RetryOptions & { budgetMs: number }
): Promise<Attempt[]> {
    const endsAt = performance.now() + budgetMs;
    const made: Attempt[] = [];
    for (;;) {
        const last = await send(endsAt);
        made.push(last);
        if (made.length >= most || !isWorthRepeating(last)) return made;
        const wait = (last.kind === 'answered' ? last.retryAfterMs : null) ?? backOffMs(made.length);
        if (performance.now() + wait >= endsAt) return made;
        await new Promise((resolve) => setTimeout(resolve, wait));
    }
}

function jitteredBackOff(repetition: number): number {
    return 300 * 2 ** (repetition - 1) * (0.5 + Math.random() / 2);
}
