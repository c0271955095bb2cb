import { nativeIn } from '../contract.ts';
import { INVARIANTS, type Violation } from '../invariants/violation.ts';
import type { History } from '../scenario/scenario.ts';
import type { Stand } from '../stand/stand.ts';
import type { Tally } from '../tally.ts';
import { finish } from './finish.ts';
import { Play } from './play.ts';
import { planProcessFaults } from './process-faults.ts';

/** The histories of a batch begin one after the other within this, so that what befalls a proxy meets all their parts. */
const BEGIN_WITHIN_MS = 8_000;

/** A history for which an invariant did not hold. */
export interface Finding {
    /** Of the batch. */
    index: number;
    history: History;
    /** The first of them. */
    violation: Violation;
    /** What happened, in the order of time; times are UTC. */
    story: readonly string[];
}

/** What is counted. */
export interface Tallies {
    /** Operations by kind and outcome, and by what became of the channel's own block. */
    outcomes: Tally;
    /** Commands, late webhooks, forged messages, resolutions. */
    events: Tally;
}

/**
 * Plays histories at the same time, waits until everything has come to rest, and checks every invariant.
 * @returns those for which one did not hold
 * @throws Error when a proxy ended by itself, or never answers
 */
export async function playBatch(stand: Stand, histories: readonly History[], tallies: Tallies): Promise<Finding[]> {
    const { goTallo, proxies } = stand;
    goTallo.isCalm = false;
    const plays = histories.map((history) => new Play(stand, history, tallies.events));
    planProcessFaults(stand, plays);
    try {
        await all(plays.map((play, index) => play.run((index / plays.length) * BEGIN_WITHIN_MS)));
        goTallo.onPhase = () => {};
        goTallo.isCalm = true;
        const findings = await all(plays.map((play, index) => findingOf(play, index, stand, tallies)));
        for (const { fault } of proxies) if (fault !== null) throw new Error(fault);
        return findings.filter((finding) => finding !== null);
    } finally {
        for (const play of plays) play.end();
    }
}

/** What a finding says: which invariant, and the whole story. */
export function inFull({ violation: { invariant, detail }, story, history }: Finding): string {
    const lines = [detail, ...story, `The history: ${JSON.stringify(history)}`];
    return [`Violation: ${INVARIANTS[invariant]}.`, ...lines].join('\n  ');
}

async function findingOf(play: Play, index: number, { proxies }: Stand, tallies: Tallies): Promise<Finding | null> {
    const { witness, history } = play;
    const { operations, violations } = await finish(play, proxies);
    for (const operation of operations) {
        const native = nativeIn(operation);
        tallies.outcomes.count(`${operation.kind} ${operation.outcome}`);
        if (native !== null) tallies.outcomes.count(`native ${native}`);
    }
    const [violation] = violations;
    return violation === undefined ? null : { index, history, violation, story: witness.story };
}

/** Waits for all, also when one fails, so that nothing goes on afterwards. */
async function all<T>(work: readonly Promise<T>[]): Promise<T[]> {
    const results = await Promise.allSettled(work);
    return results.map((result) => {
        if (result.status === 'rejected') throw result.reason;
        return result.value;
    });
}
