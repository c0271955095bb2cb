import { findPostgres, newDatabaseOn, startPostgres } from '../proxy/test/support/postgres-server.ts';
import type { Mode } from './options.ts';
import { inFull, playBatch, type Finding, type Tallies } from './play/play-batch.ts';
import { randomHistory } from './scenario/arbitrary.ts';
import type { History } from './scenario/scenario.ts';
import { smaller } from './scenario/smaller.ts';
import { Stand } from './stand/stand.ts';
import { Tally } from './tally.ts';

/** Histories at the same time: enough to keep the machine busy, few enough to keep calls within their time-outs. */
const BATCH = 60;

/** How often a history is played at the same time when it is replayed: what depends on the moment fails now and then. */
const COPIES = 12;
const SHRINK_MS = 120_000;

export interface RunOptions extends Mode {
    histories: number;
    seed: number;
    /** Number of the one history to play again and again; undefined: all. */
    only?: number | undefined;
    /** Instead of random ones, played over and over. */
    script?: readonly History[];
    server: string;
    /** Goes on after a violation, and makes none smaller. */
    keepGoing?: boolean;
    /** For how long a failing history is made smaller; two minutes when left out. */
    shrinkMs?: number;
    /** Told after each batch, how many histories have been played. */
    onProgress?: (histories: number) => void;
}

/** A violation, and what replays it. */
export interface FoundViolation {
    /** Number of the history. */
    number: number;
    detail: string;
    /** The invariant and the story. */
    message: string;
    /** The story of the smallest history that still fails; null: it was not made smaller. */
    smallest: string | null;
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
    seconds: number;
    violations: FoundViolation[];
}

/** Plays histories against real proxies until all are played or an invariant does not hold. */
export async function run(options: RunOptions): Promise<Outcome> {
    const outcome = nothingYet(options);
    const started = performance.now();
    const bin = options.store === 'postgres' ? await findPostgres() : null;
    if (options.store === 'postgres' && bin === null)
        return { ...outcome, skipped: "PostgreSQL is not installed; on Debian, install the package 'postgresql'" };
    const postgres = bin === null ? null : await startPostgres(bin);
    try {
        const databaseUrl = postgres && (await newDatabaseOn(postgres.url));
        const stand = await Stand.start({ server: options.server, proxies: options.proxies, databaseUrl });
        const stopListening = onSignal(() => Promise.all([stand.stop(), postgres?.destroy()]));
        try {
            await playAll(stand, options, outcome);
            const { requests, faults } = stand.goTallo;
            const kills = stand.proxies.reduce((sum, proxy) => sum + proxy.kills, 0);
            const pauses = stand.proxies.reduce((sum, proxy) => sum + proxy.pauses, 0);
            return { ...outcome, requests, faults, kills, pauses, seconds: (performance.now() - started) / 1000 };
        } finally {
            stopListening();
            await stand.stop();
        }
    } finally {
        await postgres?.destroy();
    }
}

function nothingYet({ proxies, store, seed, server }: RunOptions): Outcome {
    const tallies = { outcomes: new Tally(), events: new Tally(), requests: new Tally(), faults: new Tally() };
    const counts = { histories: 0, kills: 0, pauses: 0, seconds: 0 };
    return { proxies, store, seed, server, skipped: null, ...counts, ...tallies, violations: [] };
}

/** A PostgreSQL server outlives whoever started it, unless it is ended. @returns takes this back */
function onSignal(end: () => Promise<unknown>): () => void {
    const exit = (): void => void end().finally(() => process.exit(1));
    process.once('SIGINT', exit).once('SIGTERM', exit);
    return () => void process.off('SIGINT', exit).off('SIGTERM', exit);
}

async function playAll(stand: Stand, options: RunOptions, outcome: Outcome): Promise<void> {
    const { keepGoing = false, shrinkMs = SHRINK_MS, onProgress } = options;
    while (outcome.histories < options.histories) {
        const batch = nextBatch(options, outcome.histories);
        const findings = await playBatch(
            stand,
            batch.map(({ history }) => history),
            outcome
        );
        for (const finding of findings) {
            const { number = 0 } = batch[finding.index] ?? {};
            const { detail } = finding.violation;
            outcome.violations.push({ number, detail, message: inFull(finding), smallest: null });
        }
        outcome.histories += batch.length;
        onProgress?.(outcome.histories);
        const [first] = findings;
        const [found] = outcome.violations;
        if (first === undefined || found === undefined || keepGoing) continue;
        found.smallest = await shrunk(stand, first, shrinkMs);
        return;
    }
}

/** The histories that follow those that were played, and their numbers. */
function nextBatch({ histories, seed, proxies, only, script }: RunOptions, played: number) {
    const length = Math.min(only === undefined ? BATCH : COPIES, histories - played);
    return Array.from({ length }, (_, index) => {
        const number = only ?? played + index;
        const written = script?.[number % script.length];
        return { number, history: written ?? randomHistory(seed, number, proxies) };
    });
}

async function shrunk(stand: Stand, finding: Finding, shrinkMs: number): Promise<string | null> {
    const uncounted = { outcomes: new Tally(), events: new Tally() };
    const endsAt = performance.now() + shrinkMs;
    const smallest = await smaller(finding, async (history) => {
        if (performance.now() > endsAt) return null;
        // Copies that kill or stop a process hit each other.
        const copies = history.processFaults.length > 0 ? 2 : COPIES;
        const found = await playBatch(
            stand,
            Array.from({ length: copies }, () => history),
            uncounted
        );
        return found.find(({ violation }) => violation.invariant === finding.violation.invariant) ?? null;
    });
    return smallest === finding ? null : inFull(smallest);
}
