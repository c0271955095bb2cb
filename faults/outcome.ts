import type { Violation } from './invariants/violation.ts';
import type { Mode } from './options.ts';
import type { Tallies } from './play/play-all.ts';
import type { Stand } from './stand/stand.ts';
import { Tally } from './tally.ts';

/** A violation, and what replays it. */
export interface FoundViolation {
    /** Number of the history. */
    number: number;
    detail: string;
    /** The invariant and the story. */
    message: string;
    /** The story of the smallest history that still fails; null: it was not made smaller. */
    smallest: string | null;
    invariant: Violation['invariant'];
}

/** What a run did and found. */
export interface Outcome extends Mode, Tallies {
    seed: number;
    server: string;
    /** Set when it could not run here: why. */
    skipped: string | null;
    histories: number;
    /** Requests to GoTallo by kind. */
    requests: Tally;
    /** Faults by kind. */
    faults: Tally;
    kills: number;
    pauses: number;
    /** Statements to a database server with more than one row, by what they do. */
    batches: Tally;
    /** The most rows that one of them wrote. */
    mostRows: number;
    /** Proxies that were killed while such a batch was with the database, by when. */
    batchKills: Tally;
    seconds: number;
    violations: FoundViolation[];
}

/** Adds what befell the proxies and their GoTallo. */
export function countWhatHappened(stands: readonly Stand[], outcome: Outcome): void {
    for (const { goTallo, proxies, lines } of stands) {
        outcome.requests.add(goTallo.requests);
        outcome.faults.add(goTallo.faults);
        for (const { kills, pauses } of proxies) {
            outcome.kills += kills;
            outcome.pauses += pauses;
        }
        for (const { batches, breaks, mostRows } of lines) {
            outcome.batches.add(batches);
            outcome.batchKills.add(breaks);
            outcome.mostRows = Math.max(outcome.mostRows, mostRows);
        }
    }
}

/** Of a run that has not begun. */
export function nothingYet({ proxies, store, hasOld, seed, server }: Mode & Pick<Outcome, 'seed' | 'server'>): Outcome {
    const tallies = { outcomes: new Tally(), events: new Tally(), requests: new Tally(), faults: new Tally() };
    const together = { batches: new Tally(), batchKills: new Tally(), mostRows: 0 };
    const counts = { histories: 0, kills: 0, pauses: 0, seconds: 0, ...together };
    return { proxies, store, hasOld, seed, server, skipped: null, ...counts, ...tallies, violations: [] };
}
