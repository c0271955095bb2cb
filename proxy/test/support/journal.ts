import { randomUUID } from 'node:crypto';
import { after, before } from 'node:test';
import type { ConversationId } from '../../src/conversations/conversation-id.ts';
import type { Journal } from '../../src/conversations/journal.ts';
import { openStore, type Store, type StoreOptions } from '../../src/store/store.ts';
import { newDatabaseOn, SERVER_URL } from './postgres-server.ts';

/**
 * Opens one store for a test file: in memory, since the embedded Postgres takes seconds to start, or a database of its
 * own on the server that the run was given.
 */
export function storeForFile(options: StoreOptions = {}): { readonly store: Store } {
    let store: Store | undefined;
    before(async () => {
        const location =
            SERVER_URL === undefined ? { dataDir: 'memory://' } : { databaseUrl: await newDatabaseOn(SERVER_URL) };
        store = await openStore(location, options);
    });
    after(() => store?.close());
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
    return {
        read: (id) => whole.read(id),
        accept: (...args) => whole.accept(...args),
        startNativeCall: (operation) => whole.startNativeCall(operation),
        endNativeCall: (...args) => whole.endNativeCall(...args),
        settle: (...args) => whole.settle(...args),
        progress: (...args) => whole.progress(...args),
        claimDue: (limit) => whole.claimDue(limit),
        claimDueEnds: (limit) => whole.claimDueEnds(limit),
        note: (...args) => whole.note(...args),
        forget: (days) => whole.forget(days),
        history: (...page) => whole.history(...page),
        ...replaced
    };
}
