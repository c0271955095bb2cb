import { isDeepStrictEqual } from 'node:util';
import { setTimeout as wait } from 'node:timers/promises';
import type { OperationView } from '#contract';
import { isUnfinished, missing, notTheLastWish, unfinished } from '../invariants/at-the-end.ts';
import { wrongEnds } from '../invariants/timed-ends.ts';
import { wrongPlatformCalls } from '../invariants/platform-calls.ts';
import { ViolationError, type Violation } from '../invariants/violation.ts';
import { AGENTS } from '../org/people.ts';
import type { Batch, History } from '../scenario/scenario.ts';
import type { Proxy } from '../stand/proxy.ts';
import type { Stand } from '../stand/stand.ts';
import type { Tally } from '../tally.ts';
import { planCrashes } from './crashes.ts';
import { Play } from './play.ts';
import type { Witness } from './witness.ts';

/** How long operations may take to end once the faults have stopped; their waits between tries double. */
const END_WITHIN_MS = 120_000;
const LOOK_AGAIN_MS = 150;

/**
 * Plays all histories of a batch at the same time, waits until everything has ended, and checks every invariant.
 * @param outcomes counts operations by outcome, and by what became of the channel's own block
 * @throws ViolationError
 */
export async function playBatch(stand: Stand, { histories, kills }: Batch, outcomes: Tally): Promise<void> {
    const { goTallo } = stand;
    goTallo.isCalm = false;
    planCrashes(stand, kills);
    const plays = histories.map((history) => new Play(stand, history));
    try {
        await together(plays, (play, signal) => play.run(signal));
        goTallo.onPhase = () => {};
        goTallo.isCalm = true;
        await together(plays, (play, signal) => finish(play, stand, outcomes, signal));
    } finally {
        for (const play of plays) play.end();
    }
    assertAlive(stand.proxies);
}

/** Plays all at the same time; when one fails, the others end early, and nothing of them goes on after this. */
async function together(plays: readonly Play[], work: (play: Play, signal: AbortSignal) => Promise<void>) {
    const controller = new AbortController();
    const endAll = (error: unknown): never => {
        controller.abort(error);
        throw error;
    };
    await Promise.allSettled(plays.map((play) => work(play, controller.signal).catch(endAll)));
    controller.signal.throwIfAborted();
}

async function finish(play: Play, { proxies }: Stand, outcomes: Tally, signal: AbortSignal): Promise<void> {
    const { witness } = play;
    await witness.truth.landed();
    const told: OperationView[][] = [];
    for (const proxy of proxies) await ended(witness, proxy, signal);
    // Looking may have written down what was seen, so the histories are read once nobody looks anymore.
    for (const proxy of proxies) told.push((await witness.operations(proxy)) ?? []);
    const [operations = []] = told;
    for (const { kind, outcome, platformBlock } of operations) {
        outcomes.count(`${kind} ${outcome}`);
        if (platformBlock !== null) outcomes.count(`native ${platformBlock}`);
    }
    for (const proxy of proxies) await witness.look(proxy, AGENTS[0]);
    const violations: Violation[] = [
        ...witness.violations,
        ...unfinished(operations),
        ...missing(operations, witness.seen, play.asked),
        ...notTheLastWish(operations, witness.truth),
        ...wrongPlatformCalls(operations, witness.truth.calls),
        ...wrongEnds(operations)
    ];
    if (told.some((history) => !isDeepStrictEqual(history, operations))) {
        violations.push({ invariant: 'journal', detail: 'The two proxies tell different histories.' });
    }
    const [first] = violations;
    if (first !== undefined) throw new ViolationError(first, evidence(witness, operations, play.history));
}

/** Waits until nothing of the history is under way, or that takes too long. */
async function ended(witness: Witness, proxy: Proxy, signal: AbortSignal): Promise<void> {
    const start = performance.now();
    for (;;) {
        signal.throwIfAborted();
        // First: what ends meanwhile is in the history then.
        const mayEnd = await waitsForItsEnd(witness, proxy);
        const operations = await witness.operations(proxy);
        const isLate = performance.now() - start > END_WITHIN_MS;
        const isOver = operations?.some(isUnfinished) === false && !mayEnd;
        if (operations !== null && (isLate || isOver)) return;
        if (isLate) throw new Error('The history cannot be read.');
        await wait(LOOK_AGAIN_MS);
    }
}

/** A block whose end will come, or should have come. */
async function waitsForItsEnd(witness: Witness, proxy: Proxy): Promise<boolean> {
    const view = await witness.look(proxy, AGENTS[0]);
    return view?.block?.until != null;
}

function evidence({ story, truth }: Witness, operations: readonly OperationView[], history: History): string[] {
    const calls = truth.calls.map(({ kind, at, fate, made }) => {
        const then = made === null ? 'nothing done' : `${made.state}, ${made.isPlatformBlocked ? '' : 'not '}blocked`;
        return `${new Date(at).toISOString().slice(11, 23)} ${kind}: ${fate}, ${then}`;
    });
    const rows = operations.map(
        ({ kind, wish, acceptedAt, endedAt, outcome, failure, platformBlock, id }) =>
            `${acceptedAt.slice(11, 23)}-${endedAt?.slice(11, 23)} ${kind} ${wish} ${id}: ${outcome} ${failure ?? ''}, native ${platformBlock}`
    );
    return [
        `The scenario: ${JSON.stringify(history)}`,
        'What the agents did:',
        ...story,
        'What GoTallo got:',
        ...calls,
        'The history:',
        ...rows
    ];
}

function assertAlive(proxies: readonly Proxy[]): void {
    for (const { fault } of proxies) if (fault !== null) throw new Error(fault);
}
