import { sql, type Kysely } from 'kysely';
import type { BlockedConversation } from '../conversations/knowledge/exclusion.ts';
import type { Journal } from '../conversations/protocol/journal.ts';
import { measureSkewMs } from './clock-skew.ts';
import { createJournal, type JournalOptions } from './create-journal.ts';
import { databaseOf } from './database.ts';
import type { OpenDatabase } from './embedded/open-embedded.ts';
import { remembering } from './embedded/remembering.ts';
import { freeBytes, RESERVE_BYTES, roomIn } from './embedded/room.ts';
import { lastWebhookAt, selectBlocked } from './queries/setup.ts';
import type { Schema } from './schema.ts';
import { connectServer, openServer } from './server/open-server.ts';

/** Where the store is: a folder or `memory://` for the embedded Postgres, or the URL of a Postgres server. */
export type StoreLocation = { dataDir: string } | { databaseUrl: string };

/** How the database does. */
export interface StoreHealth {
    kind: 'embedded' | 'server';
    /** How long it took to answer; null: it did not. */
    answerMs: number | null;
    /** Whether it takes writes; a standby does not. */
    isWritable: boolean;
    /** The disk of an embedded store, and what must be free on it for new work; null: it cannot be seen from here. */
    room: { freeBytes: number; reserveBytes: number } | null;
}

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
    /** Never throws. */
    health(): Promise<StoreHealth>;
    /**
     * When a webhook of the tenant was last taken; null when none came in the last three days.
     * @throws Error when the database does not answer
     */
    lastWebhookOf(tenant: string): Promise<Date | null>;
    /**
     * Some conversations that blocks of the tenant hold, first those in which the customer wrote since.
     * @throws Error when the database does not answer
     */
    blockedOf(tenant: string, limit: number): Promise<BlockedConversation[]>;
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
        return serverStore(await openServer(location.databaseUrl), options);
    }
    // A Postgres in WebAssembly, and SQLite for the lock: nothing that a process on a server has to hold in memory.
    const { isInMemory, openEmbedded } = await import('./embedded/open-embedded.ts');
    const { dataDir } = location;
    const database = await openEmbedded(dataDir);
    const { reserveBytes = RESERVE_BYTES } = options;
    const room = isInMemory(dataDir) ? async () => {} : roomIn(dataDir, reserveBytes);
    const journalOptions = { ...options, ensureRoom: room };
    const withQuickWay = databaseOf(database.db);
    return toStore(database, {
        kind: 'embedded',
        now: options.now,
        room: async () => (isInMemory(dataDir) ? null : { freeBytes: await freeBytes(dataDir), reserveBytes }),
        newJournal: (tenant) => remembering(createJournal(withQuickWay, tenant, journalOptions)),
        ensureWritable: async () => {
            await ensureWritable(database.db);
            await room();
        }
    });
}

/** A store on a server to look at: it is connected to when it is asked, and never brought up to date. */
export function connectStore(databaseUrl: string): Store {
    return serverStore(connectServer(databaseUrl), {});
}

function serverStore(database: OpenDatabase, options: StoreOptions): Store {
    const withQuickWay = databaseOf(database.db);
    return toStore(database, {
        kind: 'server',
        now: options.now,
        room: async () => null,
        newJournal: (tenant) => createJournal(withQuickWay, tenant, options),
        ensureWritable: () => ensureWritable(database.db)
    });
}

interface StoreParts {
    kind: StoreHealth['kind'];
    room(): Promise<StoreHealth['room']>;
    now: StoreOptions['now'];
    newJournal(tenant: string): Journal;
    /** @throws Error when nothing can be written */
    ensureWritable(): Promise<void>;
}

function toStore({ db, close }: OpenDatabase, { now, newJournal, ensureWritable, kind, room }: StoreParts): Store {
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
        health: async () => ({ kind, ...(await answerOf(db)), room: await room().catch(() => null) }),
        lastWebhookOf: (tenant) => lastWebhookAt(db, tenant),
        blockedOf: (tenant, limit) => selectBlocked(db, tenant, limit),
        close
    };
}

/** Asks twice: the first question may wait for a connection, which is made once. */
async function answerOf(db: Kysely<Schema>): Promise<Pick<StoreHealth, 'answerMs' | 'isWritable'>> {
    try {
        await isReadOnly(db);
        const askedAt = performance.now();
        const isWritable = !(await isReadOnly(db));
        return { answerMs: performance.now() - askedAt, isWritable };
    } catch {
        return { answerMs: null, isWritable: false };
    }
}

/** The database's own time, in milliseconds since 1970. */
async function timeOf(db: Kysely<Schema>): Promise<number> {
    const { rows } = await sql<{ ms: number }>`
        select (extract(epoch from clock_timestamp()) * 1000)::float8 as ms`.execute(db);
    return rows[0]?.ms ?? NaN;
}

async function ensureWritable(db: Kysely<Schema>): Promise<void> {
    if (await isReadOnly(db)) throw new Error('The database can only be read.');
}

/** Postgres reports a standby as read-only, too. */
async function isReadOnly(db: Kysely<Schema>): Promise<boolean> {
    const { rows } = await sql<{ readOnly: string }>`
        select current_setting('transaction_read_only') as "readOnly"`.execute(db);
    return rows[0]?.readOnly !== 'off';
}
