import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before } from 'node:test';
import { copyPreparedDatabase } from '../../../scripts/prepared-database.ts';
import type { ConversationId } from '../../src/conversations/knowledge/conversation-id.ts';
import type { Journal } from '../../src/conversations/protocol/journal.ts';
import { openStore, type Store, type StoreOptions } from '../../src/store/store.ts';
import { newDatabaseOn, SERVER_URL } from './postgres-server.ts';

/** Opens one store for a test file: an embedded one, or a database of its own on the server that the run was given. */
export function storeForFile(options: StoreOptions = {}): { readonly store: Store } {
    let store: Store | undefined;
    let folder: string | undefined;
    before(async () => {
        if (SERVER_URL !== undefined) {
            store = await openStore({ databaseUrl: await newDatabaseOn(SERVER_URL) }, options);
            return;
        }
        folder = await mkdtemp(path.join(tmpdir(), 'store-'));
        const dataDir = path.join(folder, 'data');
        await copyPreparedDatabase(dataDir);
        store = await openStore({ dataDir }, options);
    });
    after(async () => {
        await store?.close();
        if (folder !== undefined) await rm(folder, { recursive: true });
    });
    return {
        get store() {
            if (store === undefined) throw new Error('The store is open only while tests run.');
            return store;
        }
    };
}

/** A conversation that no other test knows. */
export function newConversation(): ConversationId {
    return randomUUID() as string as ConversationId;
}

/** A journal some of whose methods are replaced, to fail when a test wants them to. */
export function journalWith(whole: Journal, replaced: Partial<Journal>): Journal {
    return { ...whole, ...replaced };
}
