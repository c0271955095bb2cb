import { measure } from '../load/measure.ts';
import type { ServerProcess } from '../machine/server-process.ts';
import { inside, type Inside } from '../machine/inside.ts';
import type { Stage } from '../machine/stage.ts';
import type { Options } from '../options.ts';
import { selfTimes, sharesOf, type Profile, type SelfTimes } from '../profile/self-times.ts';
import { PRESENT, type ProxyVersion } from '../versions/version.ts';
import { blocks, views, type Entry } from './entries.ts';
import { STORE_NAMES, type StoreKind } from './measured-proxy.ts';

/** What one call costs, by parts of the code. */
export interface Spent {
    /** How much of its core time each part was at work, from 0 to 1. */
    shares: SelfTimes;
    /** Milliseconds of a call on the core by the system's account, other threads of the process included. */
    coreMs: number | null;
}

export interface Budget {
    call: 'one view' | 'one block';
    store: string;
    now: Spent;
    /** Of the older proxy; null: there is none. */
    then: Spent | null;
}

/** A proxy that can be profiled. */
interface Profiled {
    server: ServerProcess;
    order: Inside['order'];
}

/** Where the core time of a view and of a block goes, on each store: a turn of only views, then one of only blocks. */
export async function measureBudget(stage: Stage, options: Options, older: ProxyVersion | null): Promise<Budget[]> {
    const stores: StoreKind[] = stage.newDatabase === null ? ['embedded'] : ['embedded', 'server'];
    const budgets: Budget[] = [];
    for (const store of stores) {
        const now = await spentBy(stage, options, store, PRESENT);
        const then = older === null ? null : await spentBy(stage, options, store, older);
        const name = STORE_NAMES[store];
        budgets.push({ call: 'one view', store: name, now: now.view, then: then?.view ?? null });
        budgets.push({ call: 'one block', store: name, now: now.block, then: then?.block ?? null });
    }
    return budgets;
}

async function spentBy(
    stage: Stage,
    options: Options,
    store: StoreKind,
    version: ProxyVersion
): Promise<{ view: Spent; block: Spent }> {
    const { env, nodeOptions, order } = await inside('profile');
    const databaseUrl = store === 'embedded' ? null : ((await stage.newDatabase?.()) ?? null);
    const name = `budget-${store}-${version === PRESENT ? 'now' : 'then'}`;
    const server = await stage.startProxy(name, { databaseUrl, version, env, nodeOptions });
    const turns = {
        view: await views(stage, options, server),
        block: blocks(stage, options, server, 'byState')
    };
    // What comes first is not yet what it will be: both are compiled, and have met the other.
    for (const { prepare } of [turns.block, turns.view]) await measure(stage.load, server, await prepare());
    const profiled = { server, order };
    const view = await spentIn(stage, profiled, turns.view);
    const block = await spentIn(stage, profiled, turns.block);
    await server.stop();
    return { view, block };
}

async function spentIn(stage: Stage, { server, order }: Profiled, { prepare }: Pick<Entry, 'prepare'>): Promise<Spent> {
    const job = await prepare();
    await order('start');
    const { cpuMs } = await measure(stage.load, server, job);
    const profile = JSON.parse(await order('stop')) as Profile;
    // Its times are of the clock: while others have the core, a sample lasts longer. Shares hold all the same.
    return { shares: sharesOf(selfTimes(profile)), coreMs: cpuMs };
}
