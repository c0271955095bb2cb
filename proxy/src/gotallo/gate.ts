import { circuitBreaker, CircuitState, ConsecutiveBreaker, handleWhenResult, type IBackoff } from 'cockatiel';
import { createTurns, NoTurn } from '../lib/turns.ts';
import { isTrouble, type Attempt } from './attempt.ts';

export interface GateOptions {
    /** How many attempts may be under way at once; 20 when left out. */
    concurrency?: number;
    /** How many may wait for their turn; five times `concurrency` when left out. */
    queue?: number;
    /** After how many troubles in a row GoTallo is given a rest; 5 when left out. */
    restAfter?: number;
    /** How long the rest is, until one attempt is let through to see; 5 seconds when left out. */
    restMs?: number;
    /** Milliseconds from any start, never going back. */
    now?: () => number;
}

/** What stands between us and a GoTallo that is slow, down or overrun. */
export interface Gate {
    /**
     * Lets one attempt through in its turn, or answers `held-back` and never runs it: when too many wait, when its turn
     * does not come within `waitMs`, and while GoTallo is given a rest.
     */
    pass(attempt: () => Promise<Attempt>, waitMs: number): Promise<Attempt>;
    /** Whole seconds until an attempt may be let through again, at least 1; null when one may now. */
    restsForSeconds(): number | null;
}

/** How soon to come again when there are too many calls, or when one is let through to see. */
const SOON_SECONDS = 1;

/** The gate of one tenant; every attempt of every call goes through it. */
export function createGate(options: GateOptions = {}): Gate {
    const { concurrency = 20, queue = 5 * concurrency, restAfter = 5, restMs = 5_000 } = options;
    const { now = () => performance.now() } = options;
    const turns = createTurns({ atOnce: concurrency, waiting: queue });
    const rest = restOf(restMs, now);
    const circuit = circuitBreaker(
        handleWhenResult((attempt) => isTrouble(attempt as Attempt)),
        { breaker: new ConsecutiveBreaker(restAfter), halfOpenAfter: rest }
    );

    const restsForSeconds = (): number | null => {
        if (circuit.state === CircuitState.Closed) return null;
        // One attempt is under way to see; the library would let all others wait for it.
        if (circuit.state === CircuitState.HalfOpen) return SOON_SECONDS;
        return rest.leftMs() > 0 ? Math.ceil(rest.leftMs() / 1000) : null;
    };
    const unlessResting = (attempt: () => Promise<Attempt>): Promise<Attempt> => {
        const seconds = restsForSeconds();
        return seconds === null ? circuit.execute(attempt) : Promise.resolve(heldBack(seconds));
    };

    return {
        async pass(attempt, waitMs) {
            const seconds = restsForSeconds();
            if (seconds !== null) return heldBack(seconds);
            return turns
                .take(() => unlessResting(attempt), waitMs)
                .catch((error: unknown) => {
                    if (error instanceof NoTurn) return heldBack(SOON_SECONDS);
                    throw error;
                });
        },
        restsForSeconds
    };
}

function heldBack(seconds: number): Attempt {
    return { kind: 'held-back', retryAfterMs: seconds * 1000 };
}

/**
 * The time that a circuit stays open. The library compares `duration` with the time of day, which can jump; so ours is
 * without end until the rest is over by a clock that cannot, and nothing afterwards.
 */
function restOf(restMs: number, now: () => number): IBackoff<unknown> & { leftMs: () => number } {
    let endsAt = -Infinity;
    const leftMs = (): number => endsAt - now();
    const rest = {
        leftMs,
        get duration() {
            return leftMs() > 0 ? Infinity : -Infinity;
        },
        next() {
            endsAt = now() + restMs;
            return rest;
        }
    };
    return rest;
}
