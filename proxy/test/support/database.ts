import { after, before } from 'node:test';
import { databaseOf, type Database } from '../../src/store/database.ts';
import { openEmbedded, type OpenDatabase } from '../../src/store/embedded/open-embedded.ts';
import { openServer } from '../../src/store/server/open-server.ts';
import { newStoreLocation } from './store-location.ts';

/** Opens the database of a store for a test file, where `storeForFile` would open the store. */
export function databaseForFile(): { readonly database: Database } {
    let open: OpenDatabase | undefined;
    let database: Database | undefined;
    let removeLocation: (() => Promise<void>) | undefined;
    before(async () => {
        const { location, remove } = await newStoreLocation();
        removeLocation = remove;
        open = await ('dataDir' in location ? openEmbedded(location.dataDir) : openServer(location.databaseUrl));
        database = databaseOf(open.db);
    });
    after(async () => {
        await open?.close();
        await removeLocation?.();
    });
    return {
        get database() {
            if (database === undefined) throw new Error('The database is open only while tests run.');
            return database;
        }
    };
}
