import { randomUUID } from 'node:crypto';
import { after, before } from 'node:test';
import type { ConversationId } from '../../src/conversations/knowledge/conversation-id.ts';
import type { Journal } from '../../src/conversations/protocol/journal.ts';
import { openStore, type Store, type StoreOptions } from '../../src/store/store.ts';
import { newStoreLocation } from './store-location.ts';

/** Opens one store for a test file: an embedded one, or a database of its own on the server that the run was given. */
export function storeForFile(options: StoreOptions = {}): { readonly store: Store } {
    let store: Store | undefined;
    let removeLocation: (() => Promise<void>) | undefined;
    before(async () => {
        const { location, remove } = await newStoreLocation();
        removeLocation = remove;
        store = await openStore(location, options);
    });
    after(async () => {
        await store?.close();
        await removeLocation?.();
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
