import { sql, type Kysely } from 'kysely';
import type { Journal } from '../conversations/journal.ts';
import { isInMemory, openEmbedded, type OpenDatabase } from './embedded/open-embedded.ts';
import { ensureRoom } from './embedded/room.ts';
import { RememberingJournal } from './embedded/remembering-journal.ts';
import { KyselyJournal, type JournalOptions } from './kysely-journal.ts';
import type { Schema } from './schema.ts';
import { openServer } from './server/open-server.ts';

/** Where the store is: a folder or `memory://` for the embedded Postgres, or the URL of a Postgres server. */
export type StoreLocation = { dataDir: string } | { databaseUrl: string };

/** The store of the proxy: the journals of all tenants in one database. */
export interface Store {
    journalOf(tenant: string): Journal;
    /** Whether the database answers. */
    isReachable(): Promise<boolean>;
    close(): Promise<void>;
}

/** What a store can be told about its work. */
export interface StoreOptions extends Pick<JournalOptions, 'leaseMs' | 'now'> {
    /** How many bytes must be free on the disk of an embedded store before it takes on new work. */
    reserveBytes?: number | undefined;
}

/**
 * Opens the store and brings its schema up to date. The embedded one is this process's alone; a server can be shared.
 * @throws StoreInUse when another process works on the folder
 * @throws Error when the folder, the server or the database cannot be used
 */
export async function openStore(location: StoreLocation, options: StoreOptions = {}): Promise<Store> {
    if ('databaseUrl' in location) {
        const database = await openServer(location.databaseUrl);
        return toStore(database, (tenant) => new KyselyJournal(database.db, tenant, options));
    }
    const { dataDir } = location;
    const database = await openEmbedded(dataDir);
    const room = isInMemory(dataDir) ? {} : { ensureRoom: () => ensureRoom(dataDir, options.reserveBytes) };
    const journalOptions = { ...options, ...room };
    return toStore(
        database,
        (tenant) => new RememberingJournal(new KyselyJournal(database.db, tenant, journalOptions))
    );
}

function toStore({ db, close }: OpenDatabase, newJournal: (tenant: string) => Journal): Store {
    const journals = new Map<string, Journal>();
    return {
        journalOf(tenant) {
            const journal = journals.get(tenant) ?? newJournal(tenant);
            journals.set(tenant, journal);
            return journal;
        },
        isReachable: () => isReachable(db),
        close
    };
}

async function isReachable(db: Kysely<Schema>): Promise<boolean> {
    try {
        await sql`select 1`.execute(db);
        return true;
    } catch {
        return false;
    }
}
