import { isDeepStrictEqual } from 'node:util';
import { setTimeout as wait } from 'node:timers/promises';
import type { OperationView } from '#contract';
import { isUnfinished, nativeIn, targetOf } from '../contract.ts';
import { endedForNothing, missing, notTheLastCommand, unfinished, unrest } from '../invariants/at-the-end.ts';
import { wrongNativeCalls } from '../invariants/native-calls.ts';
import { wrongOrder, wrongUndo } from '../invariants/order.ts';
import { wrongEnds } from '../invariants/timed-ends.ts';
import type { Violation } from '../invariants/violation.ts';
import { AGENTS } from '../org/people.ts';
import type { Proxy } from '../stand/proxy.ts';
import type { Play } from './play.ts';
import type { Witness } from './witness.ts';

/**
 * How long all may take to come to rest once the faults have stopped: the waits between tries double, and the faults of
 * other histories still befall the proxies.
 */
const REST_WITHIN_MS = 50_000;
const LOOK_AGAIN_MS = 150;
/** Looks become fewer while nothing changes: they are most of the work there is. */
const LOOK_AGAIN_AT_LEAST_MS = 500;
const FEWER_LOOKS = 1.25;
/** By then, a doubt because of something in flight is over; one because of a contradiction stays. */
const DOUBT_WITHIN_MS = 12_000;

/** How long whoever plays a history waits for its end. */
export interface Waiting {
    /** Nobody waits for it anymore. */
    signal: AbortSignal;
    /** How long all may take to come to rest once the faults have stopped, in milliseconds; 50,000 when left out. */
    restWithinMs?: number | undefined;
}

/** What is left of a history when all is over. */
export interface Rest {
    /** Oldest first. */
    operations: OperationView[];
    /** The one that was seen first, first. */
    violations: Violation[];
}

/**
 * Waits until all of a history has come to rest, and checks every invariant.
 */
export async function finish({ witness, asked }: Play, proxies: readonly Proxy[], waiting: Waiting): Promise<Rest> {
    witness.tell('the faults have stopped');
    const restless: (string | null)[] = [];
    // All proxies tell of the same doubts, so that nobody waits for their end once for each.
    const calm = { since: performance.now() };
    for (const proxy of proxies) restless.push(await comesToRest(witness, proxy, { calm, ...waiting }));
    const told: OperationView[][] = [];
    // Looking may have written down what was seen, so the histories are read once nobody looks anymore.
    for (const proxy of proxies) told.push(await historyOf(witness, proxy));
    const [operations = []] = told;
    for (const operation of operations) witness.tell(`history: ${lineOf(operation)}`);
    for (const proxy of proxies) await witness.look(proxy, AGENTS[0]);
    const violations: Violation[] = [
        ...witness.violations,
        ...restless.filter((why) => why !== null).map((detail) => ({ invariant: 'rest' as const, detail })),
        ...unfinished(operations),
        ...missing(operations, witness.seen, asked),
        ...endedForNothing(operations, witness.truth),
        ...notTheLastCommand(operations, witness.truth),
        ...wrongEnds(operations),
        ...wrongNativeCalls(operations, witness.truth.calls),
        ...wrongOrder(witness.truth.calls),
        ...wrongUndo(operations, witness.truth)
    ];
    if (told.some((history) => !isDeepStrictEqual(history, operations))) {
        violations.push({ invariant: 'journal', detail: 'The two proxies tell different histories.' });
    }
    return { operations, violations };
}

/** Asks again where a proxy was killed meanwhile. */
async function historyOf(witness: Witness, proxy: Proxy): Promise<OperationView[]> {
    for (;;) {
        const operations = await witness.operations(proxy);
        if (operations !== null) return operations;
        await wait(LOOK_AGAIN_MS);
    }
}

/** @returns what does not come to rest in time; null when all has */
async function comesToRest(
    witness: Witness,
    proxy: Proxy,
    { calm, signal, restWithinMs = REST_WITHIN_MS }: Waiting & { calm: { since: number } }
): Promise<string | null> {
    let start = performance.now();
    for (let pauseMs = LOOK_AGAIN_MS; ; pauseMs = Math.min(pauseMs * FEWER_LOOKS, LOOK_AGAIN_AT_LEAST_MS)) {
        // First: what ends meanwhile is in the history then.
        const view = await witness.look(proxy, AGENTS[0]);
        const isContradicted = witness.truth.customerWroteAt > 0 && performance.now() - calm.since > DOUBT_WITHIN_MS;
        const operations = await witness.operations(proxy);
        // Killed for another history: the time begins anew.
        if (view === null || operations === null) start = calm.since = performance.now();
        const why = unrest(view, operations, isContradicted);
        const isOver = why === null && witness.truth.inFlight.size === 0;
        if (isOver || signal.aborted) return null;
        if (performance.now() - start > restWithinMs) return why ?? 'a call never took effect';
        await wait(pauseMs);
    }
}

function lineOf(operation: OperationView): string {
    const { kind, origin, acceptedAt, endedAt, outcome, failure } = operation;
    const time = `${acceptedAt.slice(11, 23)} to ${endedAt?.slice(11, 23) ?? 'now'}`;
    const native = nativeIn(operation);
    const words = [
        kind,
        targetOf(operation),
        `by ${origin}`,
        isUnfinished(operation) ? 'unfinished' : outcome,
        failure
    ];
    return [time, ...words, native && `channel ${native}`].filter((it) => it != null).join(' ');
}
