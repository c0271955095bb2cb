import type { ServerProcess } from '../machine/server-process.ts';
import type { Stage } from '../machine/stage.ts';
import { residentMB } from '../machine/usage.ts';
import { measure, medianTurn, type Turn } from '../load/measure.ts';
import type { Options } from '../options.ts';
import { addedByProxy, type Added } from './added.ts';
import { blocks, forwarders, views, type Entry } from './entries.ts';

/** A proxy that is measured, by its store. */
export interface MeasuredProxy {
    store: 'embedded' | 'server';
    server: ServerProcess;
    /** Before any call. */
    residentAtStart: number | null;
}

export interface LoadReport {
    /** The first one is what the others are compared with. */
    turns: { name: string; turn: Turn }[];
    warmViews: { store: MeasuredProxy['store']; turn: Turn }[];
    added: Added[];
    memory: { store: MeasuredProxy['store']; atStart: number | null; afterLoad: number | null }[];
}

export const STORE_NAMES = { embedded: 'embedded store', server: 'PostgreSQL server' } as const;

/** Forwarders, views and blocks in turns, what the proxy adds to a block, and its memory afterwards. */
export async function measureLoad(stage: Stage, options: Options): Promise<LoadReport> {
    const proxies = await startProxies(stage);
    const cold = await stage.startProxy('proxy-cold', {
        databaseUrl: null,
        env: { AUTH_CACHE_SECONDS: '0', EVIDENCE_SECONDS: '0' }
    });
    const warm: { store: MeasuredProxy['store']; entry: Entry }[] = [];
    for (const { store, server } of proxies) {
        const name = `proxy GET warm, ${STORE_NAMES[store]}`;
        warm.push({ store, entry: await views(stage, options, { name, server }) });
    }
    const entries = [
        ...(await forwarders(stage, options)),
        ...warm.map(({ entry }) => entry),
        await views(stage, options, { name: 'proxy GET cold, embedded store', server: cold }),
        ...proxies.flatMap(({ store, server }) => [
            blocks(stage, options, { name: `proxy block, ${STORE_NAMES[store]}`, server, tenant: 'byState' }),
            blocks(stage, options, { name: `proxy block with native, ${STORE_NAMES[store]}`, server, tenant: 'native' })
        ])
    ];
    const turns = await inTurns(stage, options, entries);
    const added = await addedByProxy(stage, options, proxies);
    const turnOf = (entry: Entry): Turn => medianTurn(turns.get(entry) ?? []);
    return {
        turns: entries.map((entry) => ({ name: entry.name, turn: turnOf(entry) })),
        warmViews: warm.map(({ store, entry }) => ({ store, turn: turnOf(entry) })),
        added,
        memory: await Promise.all(
            proxies.map(async ({ store, server, residentAtStart }) => ({
                store,
                atStart: residentAtStart,
                afterLoad: await residentMB(server.pid)
            }))
        )
    };
}

async function startProxies({ startProxy, newDatabase }: Stage): Promise<MeasuredProxy[]> {
    const started = async (store: MeasuredProxy['store'], databaseUrl: string | null): Promise<MeasuredProxy> => {
        const server = await startProxy(`proxy-${store}`, { databaseUrl });
        return { store, server, residentAtStart: await residentMB(server.pid) };
    };
    const embedded = await started('embedded', null);
    return newDatabase === null ? [embedded] : [embedded, await started('server', await newDatabase())];
}

/** Each entry gets its turn in each round, so that a machine that slows down slows all of them. The first is to warm up. */
async function inTurns({ load }: Stage, { rounds }: Options, entries: readonly Entry[]): Promise<Map<Entry, Turn[]>> {
    const turns = new Map<Entry, Turn[]>(entries.map((entry) => [entry, []]));
    for (let round = 0; round <= rounds; round += 1) {
        for (const entry of entries) {
            const job = await entry.prepare();
            const turn = await measure(load, entry.server, job);
            if (round > 0) turns.get(entry)?.push(turn);
        }
    }
    return turns;
}
