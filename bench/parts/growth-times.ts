import { expectBlocked } from '../load/check.ts';
import { blockOf, viewOf, type Subject } from '../load/calls.ts';
import type { Call, JobResult } from '../load/job.ts';
import type { Stage } from '../machine/stage.ts';
import { median } from '../report/quantile.ts';
import type { GrowingStore } from '../store/growing-store.ts';
import { look, newSubjects } from './entries.ts';

/** A proxy whose store was filled while it ran, and conversations there that it was not asked for since. */
export interface Filled {
    store: GrowingStore;
    subjects: Subject[];
}

/** What is compared. */
export interface Pair {
    few: Filled;
    many: Filled;
}

/** Milliseconds of a call, by how much the store holds. */
export interface Growth {
    kind: 'view' | 'block';
    what: string;
    few: number;
    many: number;
}

const TURNS = 5;
/** How many conversations are blocked in one turn. */
const BLOCKS = 40;
const TOGETHER = 20;

type CallsOf = (filled: Filled, turn: number) => Promise<Call[]>;

/**
 * Measures both in turns: views and blocks, one at a time (their median) and twenty at once (the time of all by their
 * number), for what goes to the store together is another statement than what goes alone.
 */
export async function growthTimes(
    stage: Stage,
    pair: Pair,
    { name, viewsAgain }: { name: string; viewsAgain: boolean }
): Promise<Growth[]> {
    const views: CallsOf = async ({ subjects }, turn) => {
        const size = subjects.length / TURNS;
        return subjects.slice(turn * size, (turn + 1) * size).map((subject) => viewOf(subject));
    };
    const blocks: CallsOf = async ({ store }) => {
        const subjects = newSubjects(BLOCKS);
        await look(stage.load, store.proxy, subjects);
        return subjects.map((subject) => blockOf(subject));
    };
    const measured = async (kind: Growth['kind'], what: string, callsOf: CallsOf, connections: number) => ({
        kind,
        what: `${what}, ${name}`,
        ...(await inTurns(stage, pair, callsOf, connections))
    });
    const growth = [await measured('view', 'GET the first time', views, 1)];
    if (viewsAgain) {
        growth.push(await measured('view', 'GET again', views, 1));
        growth.push(await measured('view', 'GET again, 20 at once', views, TOGETHER));
    }
    growth.push(await measured('block', 'block', blocks, 1));
    growth.push(await measured('block', 'block, 20 at once', blocks, TOGETHER));
    for (const { store, subjects } of [pair.few, pair.many]) {
        for (const stored of subjects.slice(-1)) await expectBlocked(store.proxy.url, viewOf(stored));
    }
    return growth;
}

async function inTurns(
    { load }: Stage,
    pair: Pair,
    callsOf: CallsOf,
    connections: number
): Promise<Pick<Growth, 'few' | 'many'>> {
    const times = { few: [] as number[], many: [] as number[] };
    for (let turn = 0; turn < TURNS; turn += 1) {
        // Whoever comes second finds the caches of the machine full of the other's.
        for (const size of turn % 2 === 0 ? (['few', 'many'] as const) : (['many', 'few'] as const)) {
            const filled = pair[size];
            const calls = await callsOf(filled, turn);
            const result = await load.run({ url: filled.store.proxy.url, connections, calls, seconds: null });
            times[size].push(msOf(result, connections));
        }
    }
    return { few: median(times.few), many: median(times.many) };
}

function msOf({ p50, perSecond }: JobResult, connections: number): number {
    return connections === 1 ? p50 : 1000 / perSecond;
}
