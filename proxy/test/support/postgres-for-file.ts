import { after, before } from 'node:test';
import { findPostgres, newDatabaseOn, startPostgres, type PostgresServer } from './postgres-server.ts';
import type { PostgresServerOptions } from './postgres-server.ts';

const BIN = await findPostgres();

/** For the options of a test or a group of them that needs a server of its own. */
export const skip = BIN === null && "PostgreSQL is not installed; on Debian, install the package 'postgresql'";

/** A server of this test file alone, which its tests may stop. */
export function postgresForFile(options: PostgresServerOptions = {}): {
    readonly server: PostgresServer;
    newDatabase(): Promise<string>;
} {
    let server: PostgresServer | undefined;
    before(async () => {
        if (BIN !== null) server = await startPostgres(BIN, options);
    });
    after(() => server?.destroy());
    const started = (): PostgresServer => {
        if (server === undefined) throw new Error('The server is there only while tests run.');
        return server;
    };
    return {
        get server() {
            return started();
        },
        newDatabase: () => newDatabaseOn(started().url)
    };
}
