import { blockOf, viewOf, type Subject } from '../load/calls.ts';
import type { Call } from '../load/job.ts';
import type { Stage } from '../machine/stage.ts';
import { residentMB } from '../machine/usage.ts';
import type { Options } from '../options.ts';
import { look, newSubjects } from './entries.ts';

/** The memory is looked at this often. */
const SLICE_SECONDS = 30;
/** Of all calls together. */
const PER_SECOND = 200;
const CONNECTIONS = 20;
/**
 * Of so many calls, one is the first view of a conversation by an agent whom the proxy does not know, one is a block, and
 * all others are views of what is known.
 */
const ONE_OF = 10;
const NEW_PER_SLICE = (PER_SECOND * SLICE_SECONDS) / ONE_OF;
/** How many conversations are looked at again and again. */
const VIEWED = 100;
/** Above the agents of the known conversations. */
const FIRST_NEW_AGENT = 1000;

/** What was seen at the end of half a minute. */
export interface SoakSample {
    /** Since the first call. */
    seconds: number;
    residentMB: number | null;
    perSecond: number;
    p50: number;
    p99: number;
}

/** The resident memory of a proxy over time, in MB. */
export interface Soak {
    /** Before any call. */
    atStart: number | null;
    samples: SoakSample[];
}

/**
 * Watches a proxy on a PostgreSQL server at a moderate, steady pace; null where there is no such server.
 * @param show called with each half minute, when it is over
 */
export async function measureSoak(
    { load, newDatabase, startProxy }: Stage,
    { minutes }: Options,
    show: (sample: SoakSample) => void
): Promise<Soak | null> {
    if (newDatabase === null) return null;
    const proxy = await startProxy('proxy-soak', { databaseUrl: await newDatabase() });
    const atStart = await residentMB(proxy.pid);
    const known = newSubjects(VIEWED);
    const samples: SoakSample[] = [];
    let opened = newcomers(0);
    await look(load, proxy, [...known, ...opened]);
    for (let slice = 1; slice <= (minutes * 60) / SLICE_SECONDS; slice += 1) {
        const strangers = newcomers(slice);
        const calls = callsOf(known, strangers, opened);
        const job = { url: proxy.url, connections: CONNECTIONS, calls, seconds: null, perSecond: PER_SECOND };
        const { perSecond, p50, p99 } = await load.run(job);
        const sample = { seconds: slice * SLICE_SECONDS, residentMB: await residentMB(proxy.pid), perSecond, p50, p99 };
        samples.push(sample);
        show(sample);
        opened = strangers;
    }
    return { atStart, samples };
}

/** Conversations that nobody knows yet, each of an agent of its own. */
function newcomers(slice: number): Subject[] {
    const first = FIRST_NEW_AGENT + slice * NEW_PER_SLICE;
    return newSubjects(NEW_PER_SLICE).map((subject, index) => ({ ...subject, agent: first + index }));
}

/** @param opened the conversations that were first looked at in the half minute before, and are blocked in this one */
function callsOf(known: readonly Subject[], strangers: readonly Subject[], opened: readonly Subject[]): Call[] {
    const views = known.map((subject) => viewOf(subject));
    const others = Array.from({ length: ONE_OF - 2 }, (_, index) => index);
    return strangers.flatMap((stranger, round) => [
        viewOf(stranger),
        ...opened.slice(round, round + 1).map((subject) => blockOf(subject)),
        ...others.flatMap((index) => views[(round * others.length + index) % VIEWED] ?? [])
    ]);
}
