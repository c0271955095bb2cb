import type { Stage } from '../machine/stage.ts';
import { residentMB } from '../machine/usage.ts';
import { measure, medianTurn, type Turn } from '../load/measure.ts';
import type { Options } from '../options.ts';
import type { ProxyVersion } from '../versions/version.ts';
import { addedByProxy, type Added } from './added.ts';
import { bareServers, proxyEntries, type Entry } from './entries.ts';
import { startProxies, type StoreKind, type When } from './measured-proxy.ts';

/** One line of the requests: what was measured, and the medians of its turns. */
export type Row = Pick<Entry, 'name' | 'key'> & { turn: Turn };

/** Resident memory of a proxy in MB. */
interface Memory {
    store: StoreKind;
    when: When;
    name: string;
    atStart: number | null;
    afterLoad: number | null;
}

export interface LoadReport {
    /** What the older proxy is called; null: there is none. */
    against: string | null;
    rows: Row[];
    added: Added[];
    memory: Memory[];
}

/**
 * Bare servers, views and blocks in turns, what the proxy adds to a block, and its memory afterwards.
 * @param older measured in turns with the present proxy; null: none
 */
export async function measureLoad(stage: Stage, options: Options, older: ProxyVersion | null): Promise<LoadReport> {
    const proxies = await startProxies(stage, older);
    const entries = await bareServers(stage, options);
    for (const proxy of proxies) entries.push(...(await proxyEntries(stage, options, proxy)));
    const turns = await inTurns(stage, options, entries);
    const added = await addedByProxy(stage, options, proxies);
    return {
        against: older?.name ?? null,
        rows: entries.map((entry) => ({
            name: entry.name,
            key: entry.key,
            turn: medianTurn(turns.get(entry) ?? [])
        })),
        added,
        memory: await Promise.all(
            proxies.map(async ({ store, when, name, server, residentAtStart }) => ({
                store,
                when,
                name,
                atStart: residentAtStart,
                afterLoad: await residentMB(server.pid)
            }))
        )
    };
}

/**
 * Each entry gets its turn in each round, so that a machine that slows down slows all of them. The first is to warm up.
 * Every second round goes the other way, so that none always comes after the same one.
 */
async function inTurns({ load }: Stage, { rounds }: Options, entries: readonly Entry[]): Promise<Map<Entry, Turn[]>> {
    const turns = new Map<Entry, Turn[]>(entries.map((entry) => [entry, []]));
    for (let round = 0; round <= rounds; round += 1) {
        for (const entry of round % 2 === 0 ? entries : entries.toReversed()) {
            const job = await entry.prepare();
            const turn = await measure(load, entry.server, job);
            if (round > 0) turns.get(entry)?.push(turn);
        }
    }
    return turns;
}
