import type { Config } from './config/config.ts';

/** What keeps the proxy from starting, and what to do, for the log. */
export function startFailure(error: unknown, { port, dataDir, databaseUrl }: Config): string {
    const { code, name } = Object(error) as { code?: unknown; name?: unknown };
    if (code === 'EADDRINUSE') return `Port ${port} is taken. Stop what listens there, or set PORT to another one.`;
    if (name === 'StoreInUse') {
        return (
            `The folder ${dataDir} (DATA_DIR) is used by another proxy. ` +
            'Stop that one, give this one a folder of its own, or set DATABASE_URL to share a Postgres server.'
        );
    }
    if (databaseUrl !== null) {
        return 'The Postgres server of DATABASE_URL could not be used. Check that it runs, and the user, password and database.';
    }
    if (code === 'EACCES') return `Port ${port} or the folder ${dataDir} may not be used. Set PORT or DATA_DIR.`;
    return `The proxy could not start. Check that the folder ${dataDir} (DATA_DIR) is writable and its content is whole.`;
}
