import type { TestContext } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Journal } from '../../../proxy/src/conversations/protocol/journal.ts';
import * as store from '../../../proxy/src/store/store.ts';
import type { Edit } from '../../stand/proxy-copy.ts';
import { proxyCopy } from './proxy-copy.ts';

/** Opens journals of one tenant, each by a store of its own, until the test ends. */
export type OpenJournal = (databaseUrl: string, leaseMs?: number) => Promise<Journal>;

/** @param edits of the proxy whose journals they are */
export async function journalsWith(edits: readonly Edit[], t: TestContext): Promise<OpenJournal> {
    const { openStore } = edits.length === 0 ? store : await storeWith(edits, t);
    return async (databaseUrl, leaseMs) => {
        const opened = await openStore({ databaseUrl }, { leaseMs });
        t.after(() => opened.close());
        return opened.journalOf('acme');
    };
}

async function storeWith(edits: readonly Edit[], t: TestContext): Promise<typeof store> {
    const { source } = await proxyCopy(edits, t);
    return import(pathToFileURL(`${source}/store/store.ts`).href) as Promise<typeof store>;
}
