import { findPostgres, newDatabaseOn, startPostgres } from '../proxy/test/support/postgres-server.ts';
import type { Mode } from './options.ts';
import type { Violation } from './invariants/violation.ts';
import { countWhatHappened, nothingYet, type Outcome } from './outcome.ts';
import { inFull, playAll, type Finding, type Numbered } from './play/play-all.ts';
import { randomHistory } from './scenario/arbitrary.ts';
import type { History } from './scenario/scenario.ts';
import { smaller } from './scenario/smaller.ts';
import { OLD_PROXY } from './stand/old-proxy.ts';
import { copyProxy } from './stand/proxy-copy.ts';
import { Stand } from './stand/stand.ts';
import { TENANTS } from './stand/tenant.ts';
import { Tally } from './tally.ts';

/** Whatever befalls the proxies of one of them leaves the others alone. */
const STANDS = 2;

/** How often a history is tried when it is made smaller: what depends on the moment fails now and then. */
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
    /** Only these end the run; any when left out. */
    looksFor?: readonly Violation['invariant'][];
    /** For how long a failing history is made smaller; two minutes when left out. */
    shrinkMs?: number;
    /** As `Waiting.restWithinMs`. */
    restWithinMs?: number;
    /** How many sets of proxies play them at the same time; 2 when left out. */
    stands?: number;
    /** As `Watching.beginWithinMs`. */
    beginWithinMs?: number;
    /** Told after each batch, how many histories have been played. */
    onProgress?: (histories: number) => void;
}

/** Plays histories against real proxies until all are played or an invariant does not hold. */
export async function run(options: RunOptions): Promise<Outcome> {
    const outcome = nothingYet(options);
    const started = performance.now();
    const bin = options.store === 'postgres' ? await findPostgres() : null;
    if (options.store === 'postgres' && bin === null)
        return { ...outcome, skipped: "PostgreSQL is not installed; on Debian, install the package 'postgresql'" };
    const postgres = bin === null ? null : await startPostgres(bin);
    const old = options.hasOld ? await copyProxy(OLD_PROXY) : null;
    const servers = [old?.server ?? options.server, options.server].slice(0, options.proxies);
    const stands: Stand[] = [];
    const end = async (): Promise<void> => {
        await Promise.all(stands.map((stand) => stand.stop()));
        await postgres?.destroy();
        await old?.remove();
    };
    const stopListening = onSignal(end);
    try {
        for (let count = 0; count < (options.stands ?? STANDS); count += 1) {
            const databaseUrl = postgres && (await newDatabaseOn(postgres.url));
            stands.push(await Stand.start({ servers, databaseUrl }));
        }
        await check(stands, options, outcome);
        countWhatHappened(stands, outcome);
        return { ...outcome, seconds: (performance.now() - started) / 1000 };
    } finally {
        stopListening();
        await end();
    }
}

/** A PostgreSQL server outlives whoever started it, unless it is ended. @returns takes this back */
function onSignal(end: () => Promise<unknown>): () => void {
    const exit = (): void => void end().finally(() => process.exit(1));
    process.once('SIGINT', exit).once('SIGTERM', exit);
    return () => void process.off('SIGINT', exit).off('SIGTERM', exit);
}

async function check(stands: readonly Stand[], options: RunOptions, outcome: Outcome): Promise<void> {
    const { keepGoing = false, looksFor, shrinkMs = SHRINK_MS, onProgress, restWithinMs, beginWithinMs } = options;
    const histories = numbered(options);
    const found: Finding[] = [];
    const controller = new AbortController();
    const { signal } = controller;
    const onPlayed = (finding: Finding | null): void => {
        outcome.histories += 1;
        onProgress?.(outcome.histories);
        if (finding === null) return;
        found.push(finding);
        const isLookedFor = looksFor?.includes(finding.violation.invariant) ?? true;
        if (isLookedFor && !keepGoing) controller.abort();
    };
    const watching = { signal, onPlayed, restWithinMs, beginWithinMs };
    await Promise.all(stands.map((stand) => playAll(stand, histories, outcome, watching)));
    outcome.violations = found.map((finding) => {
        const { number, violation } = finding;
        return { number, ...violation, message: inFull(finding), smallest: null };
    });
    const [first] = found;
    const [violation] = outcome.violations;
    const [stand] = stands;
    if (stand && first && violation && !keepGoing && shrinkMs > 0)
        violation.smallest = await shrunk(stand, first, shrinkMs);
}

function* numbered({ histories, seed, proxies, only, script }: RunOptions): Generator<Numbered> {
    for (let played = 0; played < histories; played += 1) {
        const number = only ?? played;
        const written = script?.[number % script.length];
        yield { number, history: written ? elsewhere(written, number) : randomHistory(seed, number, proxies) };
    }
}

/** The same history with another tenant of its kind: a proxy spares the GoTallo of a tenant that has many troubles. */
function elsewhere(history: History, number: number): History {
    return { ...history, tenant: (history.tenant + 2 * number) % TENANTS.length };
}

async function shrunk(stand: Stand, finding: Finding, shrinkMs: number): Promise<string | null> {
    const endsAt = performance.now() + shrinkMs;
    const smallest = await smaller(finding, async (history) => {
        if (performance.now() > endsAt) return null;
        return failing(stand, history, finding.violation.invariant);
    });
    return smallest === finding ? null : inFull(smallest);
}

/** Plays copies of a history. @returns the first that fails in the same way */
async function failing(stand: Stand, history: History, invariant: Violation['invariant']): Promise<Finding | null> {
    // Copies that kill or stop a process hit each other.
    const copies = history.processFaults.length > 0 ? 2 : COPIES;
    const histories = Array.from({ length: copies }, (_, number) => ({ number, history: elsewhere(history, number) }));
    const uncounted = { outcomes: new Tally(), events: new Tally() };
    const controller = new AbortController();
    let first: Finding | null = null;
    const onPlayed = (finding: Finding | null): void => {
        if (finding?.violation.invariant !== invariant) return;
        first = finding;
        controller.abort();
    };
    await playAll(stand, each(histories), uncounted, { signal: controller.signal, onPlayed });
    return first;
}

function* each<T>(all: readonly T[]): Generator<T> {
    yield* all;
}
