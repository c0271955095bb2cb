import fc from 'fast-check';
import { findPostgres, newDatabaseOn, startPostgres } from '../proxy/test/support/postgres-server.ts';
import type { Mode } from './options.ts';
import { playBatch } from './play/play-batch.ts';
import { batches } from './scenario/arbitrary.ts';
import type { Batch } from './scenario/scenario.ts';
import { Stand } from './stand/stand.ts';
import { Tally } from './tally.ts';

/** Histories at the same time: enough to keep the machine busy, few enough to keep calls within their time-outs. */
const BATCH = 80;
const SHRINK_MS = 120_000;

/** How often a batch is played again when it is replayed. */
const REPLAYS = 20;

export interface RunOptions extends Mode {
    histories: number;
    seed: number;
    path?: string | undefined;
    server: string;
    /** For how long a failing batch is made smaller; two minutes when left out. */
    shrinkMs?: number;
    /** Told after each batch, how many histories have been played. */
    onProgress?: (histories: number) => void;
}

type Violation = { message: string; path: string; scenario: Batch | null } | null;

/** What a run did and found. */
export interface Outcome extends Mode {
    seed: number;
    server: string;
    /** Set when it could not run here: why. */
    skipped: string | null;
    histories: number;
    /** Operations by kind and outcome, and by what became of the channel's own block. */
    outcomes: Tally;
    /** Requests to GoTallo by kind. */
    requests: Tally;
    /** Faults by kind. */
    faults: Tally;
    kills: number;
    seconds: number;
    violation: Violation;
}

/** Plays random histories against real proxies until all are played or an invariant does not hold. */
export async function run(options: RunOptions): Promise<Outcome> {
    const { proxies, store, seed, path, server } = options;
    const started = performance.now();
    const counts = { histories: 0, outcomes: new Tally(), requests: new Tally(), faults: new Tally(), kills: 0 };
    const outcome: Outcome = { proxies, store, seed, server, skipped: null, ...counts, seconds: 0, violation: null };
    const bin = store === 'postgres' ? await findPostgres() : null;
    if (store === 'postgres' && bin === null)
        return { ...outcome, skipped: "PostgreSQL is not installed; on Debian, install the package 'postgresql'" };
    const postgres = bin === null ? null : await startPostgres(bin);
    try {
        const databaseUrl = postgres && (await newDatabaseOn(postgres.url));
        const stand = await Stand.start({ server, proxies, databaseUrl });
        const stopListening = onSignal(() => Promise.all([stand.stop(), postgres?.destroy()]));
        try {
            const violation = await (path === undefined
                ? check(stand, options, outcome)
                : replay(stand, { ...options, path }, outcome));
            const { requests, faults } = stand.goTallo;
            const kills = stand.proxies.reduce((sum, proxy) => sum + proxy.kills, 0);
            return { ...outcome, requests, faults, kills, violation, seconds: (performance.now() - started) / 1000 };
        } finally {
            stopListening();
            await stand.stop();
        }
    } finally {
        await postgres?.destroy();
    }
}

/** A PostgreSQL server outlives whoever started it, unless it is ended. @returns takes this back */
function onSignal(end: () => Promise<unknown>): () => void {
    const exit = (): void => void end().finally(() => process.exit(1));
    process.once('SIGINT', exit).once('SIGTERM', exit);
    return () => void process.off('SIGINT', exit).off('SIGTERM', exit);
}

async function check(
    stand: Stand,
    { histories, seed, proxies, onProgress, shrinkMs = SHRINK_MS }: RunOptions,
    outcome: Outcome
): Promise<Violation> {
    let shrinkUntil = Infinity;
    let first = '';
    const property = fc.asyncProperty(batches(BATCH, proxies), async (batch) => {
        const isShrinking = shrinkUntil < Infinity;
        // When the time for shrinking is up, the smallest batch found so far stays the counterexample.
        if (isShrinking ? performance.now() > shrinkUntil : outcome.histories >= histories) return;
        try {
            await playBatch(stand, batch, outcome.outcomes);
        } catch (error) {
            if (!isShrinking) {
                shrinkUntil = performance.now() + shrinkMs;
                first = messageOf(error);
            }
            throw error;
        }
        if (isShrinking) return;
        outcome.histories += batch.histories.length;
        onProgress?.(outcome.histories);
    });
    // Batches are of every size up to the largest, so half of it on average; those left over are not played.
    const details = await fc.check(property, { seed, numRuns: Math.ceil((histories / BATCH) * 4) + 10 });
    if (!details.failed) return null;
    const { errorInstance, counterexamplePath, counterexample } = details;
    const last = messageOf(errorInstance);
    // What depends on the moment may show otherwise, or not at all, in a smaller batch.
    const message = last === first ? last : `${last}\n\nAs it was seen first:\n${first}`;
    return { message, path: counterexamplePath ?? '', scenario: counterexample?.[0] ?? null };
}

/** Plays the one batch again and again: what depends on the moment does not fail every time. */
async function replay(stand: Stand, options: RunOptions & { path: string }, outcome: Outcome): Promise<Violation> {
    const { seed, path, proxies } = options;
    const [batch] = fc.sample(batches(BATCH, proxies), { seed, path, numRuns: 1 });
    if (batch === undefined) throw new RangeError(`There is no batch at the path ${path}.`);
    for (let times = 0; times < REPLAYS; times += 1) {
        try {
            await playBatch(stand, batch, outcome.outcomes);
        } catch (error) {
            return { message: messageOf(error), path, scenario: batch };
        }
        outcome.histories += batch.histories.length;
    }
    return null;
}

function messageOf(error: unknown): string {
    return error instanceof Error ? error.message : String(error);
}
