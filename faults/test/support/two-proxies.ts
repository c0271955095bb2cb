import { setTimeout as wait } from 'node:timers/promises';
import type { TestContext } from 'node:test';
import type { OperationView } from '#contract';
import type { Fates } from '../../gotallo/fates.ts';
import { isUnfinished } from '../../contract.ts';
import { SERVER } from '../../options.ts';
import { Witness } from '../../play/witness.ts';
import type { Proxy } from '../../stand/proxy.ts';
import { Stand } from '../../stand/stand.ts';
import { TENANTS } from '../../stand/tenant.ts';

const PATIENCE_MS = 30_000;
const LOOK_AGAIN_MS = 50;

/** Two proxies on one database, for one test. */
export interface TwoProxies {
    stand: Stand;
    first: Proxy;
    second: Proxy;
    /** A new conversation on WhatsApp, open and not blocked; what the channel blocks cannot be read. */
    conversation(fates?: Partial<Fates>): Witness;
}

/**
 * @param databaseUrl of an empty database
 * @param server path of another proxy's `server.ts`
 */
export async function twoProxies(t: TestContext, databaseUrl: string, server = SERVER): Promise<TwoProxies> {
    const stand = await Stand.start({ servers: [server, server], databaseUrl });
    t.after(() => stand.stop());
    const [first, second] = stand.proxies;
    const tenant = TENANTS.find(({ isReadable }) => !isReadable);
    if (first === undefined || second === undefined || tenant === undefined)
        throw new Error('The stand is incomplete.');
    return {
        stand,
        first,
        second,
        conversation: (fates) => {
            const all = { changeState: [], blockUser: [], read: [], delays: [], ...fates };
            return new Witness(stand.newConversation(tenant, 'OPEN', all), tenant);
        }
    };
}

/** The history, oldest first, as soon as nothing of it is under way. */
export async function endedOperations(witness: Witness, proxy: Proxy): Promise<OperationView[]> {
    const start = performance.now();
    for (;;) {
        const operations = await witness.operations(proxy);
        if (operations !== null && !operations.some(isUnfinished)) return operations;
        if (performance.now() - start > PATIENCE_MS) throw new Error(`Not ended:\n${witness.story.join('\n')}`);
        await wait(LOOK_AGAIN_MS);
    }
}
