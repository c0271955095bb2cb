import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before } from 'node:test';
import { copyPreparedDatabase } from '../../../scripts/prepared-database.ts';
import { databaseOf, type Database } from '../../src/store/database.ts';
import { openEmbedded, type OpenDatabase } from '../../src/store/embedded/open-embedded.ts';
import { openServer } from '../../src/store/server/open-server.ts';
import { newDatabaseOn, SERVER_URL } from './postgres-server.ts';

/** Opens the database of a store for a test file: an embedded one, or one on the server that the run was given. */
export function databaseForFile(): { readonly database: Database } {
    let open: OpenDatabase | undefined;
    let database: Database | undefined;
    let folder: string | undefined;
    before(async () => {
        if (SERVER_URL === undefined) {
            folder = await mkdtemp(path.join(tmpdir(), 'store-'));
            await copyPreparedDatabase(path.join(folder, 'data'));
            open = await openEmbedded(path.join(folder, 'data'));
        } else {
            open = await openServer(await newDatabaseOn(SERVER_URL));
        }
        database = databaseOf(open.db);
    });
    after(async () => {
        await open?.close();
        if (folder !== undefined) await rm(folder, { recursive: true });
    });
    return {
        get database() {
            if (database === undefined) throw new Error('The database is open only while tests run.');
            return database;
        }
    };
}
