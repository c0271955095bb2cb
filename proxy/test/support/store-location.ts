import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { copyPreparedDatabase } from '../../../scripts/prepared-database.ts';
import type { StoreLocation } from '../../src/store/store.ts';
import { newDatabaseOn, SERVER_URL } from './postgres-server.ts';

/** A place for a store: a folder with an empty one, or a database of its own on the server that the run was given. */
export async function newStoreLocation(): Promise<{ location: StoreLocation; remove(): Promise<void> }> {
    if (SERVER_URL !== undefined) {
        return { location: { databaseUrl: await newDatabaseOn(SERVER_URL) }, remove: async () => {} };
    }
    const folder = await mkdtemp(path.join(tmpdir(), 'store-'));
    const dataDir = path.join(folder, 'data');
    await copyPreparedDatabase(dataDir);
    return { location: { dataDir }, remove: () => rm(folder, { recursive: true }) };
}
