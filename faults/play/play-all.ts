import { setTimeout as wait } from 'node:timers/promises';
import { nativeIn } from '../contract.ts';
import { INVARIANTS, type Violation } from '../invariants/violation.ts';
import type { History } from '../scenario/scenario.ts';
import type { Stand } from '../stand/stand.ts';
import type { Tally } from '../tally.ts';
import { finish, type Waiting } from './finish.ts';
import { Play } from './play.ts';
import { ProcessFaults } from './process-faults.ts';

/** Histories at the same time: enough to keep the machine busy, few enough to keep calls within their time-outs. */
const AT_ONCE = 40;

/** The first ones begin one after the other, so that what befalls a proxy meets all their parts. */
const BEGIN_WITHIN_MS = 6_000;

/** A history that is to be played. */
export interface Numbered {
    number: number;
    history: History;
}

/** A history for which an invariant did not hold. */
export interface Finding extends Numbered {
    /** The first of them. */
    violation: Violation;
    /** What happened, in the order of time; times are UTC. */
    story: readonly string[];
}

/** What is counted. */
export interface Tallies {
    /** Operations by kind and outcome, and by what became of the native block. */
    outcomes: Tally;
    /** Commands, late webhooks, forged messages, resolutions. */
    events: Tally;
}

/** Whoever waits for what is found. */
export interface Watching extends Waiting {
    /** Told of each history, with what did not hold. */
    onPlayed: (finding: Finding | null) => void;
    /** The first ones begin one after the other within this time, in milliseconds; 6,000 when left out. */
    beginWithinMs?: number | undefined;
}

/**
 * Plays histories, many at the same time; each until it has come to rest, and every invariant is checked.
 * @param histories no other is begun once it is at its end
 * @throws Error when a proxy ended by itself, or never answers
 */
export async function playAll(
    stand: Stand,
    histories: Generator<Numbered>,
    tallies: Tallies,
    { onPlayed, beginWithinMs = BEGIN_WITHIN_MS, ...waiting }: Watching
): Promise<void> {
    const { signal } = waiting;
    const faults = new ProcessFaults(stand);
    const work = async (beginsAfterMs: number): Promise<void> => {
        await wait(beginsAfterMs);
        try {
            for (const it of histories) {
                if (signal.aborted) return;
                const finding = await playOne(stand, it, { faults, tallies, ...waiting });
                if (!signal.aborted) onPlayed(finding);
            }
        } finally {
            histories.return(undefined);
        }
    };
    const begins = Array.from({ length: AT_ONCE }, (_, index) => (index / AT_ONCE) * beginWithinMs);
    const results = await Promise.allSettled(begins.map(work));
    faults.end();
    for (const result of results) if (result.status === 'rejected') throw result.reason;
    for (const { fault } of stand.proxies) if (fault !== null) throw new Error(fault);
}

/** What a finding says: which invariant, and the whole story. */
export function inFull({ violation: { invariant, detail }, story, history }: Finding): string {
    const lines = [detail, ...story, `The history: ${JSON.stringify(history)}`];
    return [`Violation: ${INVARIANTS[invariant]}.`, ...lines].join('\n  ');
}

async function playOne(
    stand: Stand,
    { number, history }: Numbered,
    playing: Waiting & { faults: ProcessFaults; tallies: Tallies }
): Promise<Finding | null> {
    const plays = Array.from({ length: history.crowd }, (_, index) => {
        const own = index === 0 ? history : { ...history, processFaults: [] };
        return new Play(stand, own, playing.tallies.events);
    });
    const found = await Promise.all(plays.map((play) => playToTheEnd(play, stand, playing)));
    const [finding] = found.filter((it) => it !== null);
    return finding === undefined ? null : { number, history, ...finding };
}

async function playToTheEnd(
    play: Play,
    stand: Stand,
    { faults, tallies, ...waiting }: Waiting & { faults: ProcessFaults; tallies: Tallies }
): Promise<Pick<Finding, 'violation' | 'story'> | null> {
    faults.add(play);
    try {
        await play.run(waiting.signal);
        play.witness.truth.isCalm = true;
        const { operations, violations } = await finish(play, stand.proxies, waiting);
        for (const operation of operations) {
            const native = nativeIn(operation);
            tallies.outcomes.count(`${operation.kind} ${operation.outcome}`);
            if (native !== null) tallies.outcomes.count(`native ${native}`);
        }
        const [violation] = violations;
        return violation === undefined ? null : { violation, story: play.witness.story };
    } finally {
        faults.remove(play);
        play.end();
    }
}
