import { sql, type Kysely } from 'kysely';
import type { Journal } from '../conversations/protocol/journal.ts';
import { measureSkewMs } from './clock-skew.ts';
import { createJournal, type JournalOptions } from './create-journal.ts';
import { isInMemory, openEmbedded, type OpenDatabase } from './embedded/open-embedded.ts';
import { remembering } from './embedded/remembering.ts';
import { ensureRoom } from './embedded/room.ts';
import type { Schema } from './schema.ts';
import { openServer } from './server/open-server.ts';

/** Where the store is: a folder or `memory://` for the embedded Postgres, or the URL of a Postgres server. */
export type StoreLocation = { dataDir: string } | { databaseUrl: string };

/** The store of the proxy: the journals of all tenants in one database. */
export interface Store {
    journalOf(tenant: string): Journal;
    /** Whether the database answers and takes new work: one that can only be read does not count. Never throws. */
    isReachable(): Promise<boolean>;
    /**
     * By how many milliseconds the database's clock is ahead of this process's; below 0 when it is behind.
     * @throws Error when the database does not answer
     */
    clockSkewMs(): Promise<number>;
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
        return toStore(database, {
            now: options.now,
            newJournal: (tenant) => createJournal(database.db, tenant, options),
            ensureWritable: () => ensureWritable(database.db)
        });
    }
    const { dataDir } = location;
    const database = await openEmbedded(dataDir);
    const room = isInMemory(dataDir) ? async () => {} : () => ensureRoom(dataDir, options.reserveBytes);
    const journalOptions = { ...options, ensureRoom: room };
    return toStore(database, {
        now: options.now,
        newJournal: (tenant) => remembering(createJournal(database.db, tenant, journalOptions)),
        ensureWritable: async () => {
            await ensureWritable(database.db);
            await room();
        }
    });
}

interface StoreParts {
    now: StoreOptions['now'];
    newJournal(tenant: string): Journal;
    /** @throws Error when nothing can be written */
    ensureWritable(): Promise<void>;
}

function toStore({ db, close }: OpenDatabase, { now, newJournal, ensureWritable }: StoreParts): Store {
    const journals = new Map<string, Journal>();
    return {
        journalOf(tenant) {
            const journal = journals.get(tenant) ?? newJournal(tenant);
            journals.set(tenant, journal);
            return journal;
        },
        isReachable: () =>
            ensureWritable().then(
                () => true,
                () => false
            ),
        clockSkewMs: () =>
            measureSkewMs(
                () => timeOf(db),
                () => (now?.() ?? new Date()).getTime()
            ),
        close
    };
}

/** The database's own time, in milliseconds since 1970. */
async function timeOf(db: Kysely<Schema>): Promise<number> {
    const { rows } = await sql<{ ms: number }>`
        select (extract(epoch from clock_timestamp()) * 1000)::float8 as ms`.execute(db);
    return rows[0]?.ms ?? NaN;
}

/** Postgres reports a standby as read-only, too. */
async function ensureWritable(db: Kysely<Schema>): Promise<void> {
    const { rows } = await sql<{ readOnly: string }>`
        select current_setting('transaction_read_only') as "readOnly"`.execute(db);
    if (rows[0]?.readOnly !== 'off') throw new Error('The database can only be read.');
}
