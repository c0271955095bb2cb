import type { ServerProcess } from '../machine/server-process.ts';
import type { Stage } from '../machine/stage.ts';
import { residentMB } from '../machine/usage.ts';
import { PRESENT, type ProxyVersion } from '../versions/version.ts';

export type StoreKind = 'embedded' | 'server';

export const STORE_NAMES = { embedded: 'embedded store', server: 'PostgreSQL server' } as const;

/** Whose proxy a number is of: the present one's, or that of an older commit. */
export type When = 'now' | 'then';

/** The two processes of a proxy that is measured, each with a store of its own. */
export interface MeasuredProxy {
    when: When;
    store: StoreKind;
    /** What its rows are called beside the call: the store, and the commit of an older one. */
    name: string;
    server: ServerProcess;
    /** Of `server`, before any call, in MB. */
    residentAtStart: number | null;
    /** Remembers neither agents nor messages. */
    cold: ServerProcess;
}

const COLD = { AUTH_CACHE_SECONDS: '0', EVIDENCE_SECONDS: '0' };

/** Starts the present proxy, and the older one where there is one, on each store. */
export async function startProxies(stage: Stage, older: ProxyVersion | null): Promise<MeasuredProxy[]> {
    const stores: StoreKind[] = stage.newDatabase === null ? ['embedded'] : ['embedded', 'server'];
    const proxies: MeasuredProxy[] = [];
    for (const store of stores) {
        proxies.push(await startProxy(stage, store, 'now', PRESENT));
        if (older !== null) proxies.push(await startProxy(stage, store, 'then', older));
    }
    return proxies;
}

async function startProxy(stage: Stage, store: StoreKind, when: When, version: ProxyVersion): Promise<MeasuredProxy> {
    const start = async (kind: string, env = {}): Promise<ServerProcess> => {
        const databaseUrl = store === 'embedded' ? null : ((await stage.newDatabase?.()) ?? null);
        // A file is named after it, and a branch may have slashes.
        const of = version.name.replaceAll(/[^\w.]/g, '-');
        return stage.startProxy(`proxy-${kind}-${store}-${of}`, { databaseUrl, env, version });
    };
    const server = await start('warm');
    const residentAtStart = await residentMB(server.pid);
    const name = when === 'now' ? STORE_NAMES[store] : `${STORE_NAMES[store]} (${version.name})`;
    return { when, store, name, server, residentAtStart, cold: await start('cold', COLD) };
}
