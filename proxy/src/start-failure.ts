import type { Config } from './config/config.ts';

/** Something failed at one step of the start; the cause says what. */
export class StartFailure extends Error {
    override readonly name = 'StartFailure';
    readonly step: 'store' | 'listening';

    constructor(step: StartFailure['step'], cause: unknown) {
        super(step === 'store' ? 'The store could not be opened.' : 'The proxy could not listen.', { cause });
        this.step = step;
    }
}

/** What keeps the proxy from starting, and what to do, for the log. */
export function startFailure(error: unknown, config: Config): string {
    if (!(error instanceof StartFailure)) return 'The proxy could not start. The error in this line says why.';
    return error.step === 'store' ? storeFailure(error.cause, config) : listenFailure(error.cause, config);
}

function listenFailure(cause: unknown, { host, port }: Config): string {
    switch (codeOf(cause)) {
        case 'EADDRINUSE':
            return `Port ${port} is taken. Stop what listens there, or set PORT to another one.`;
        case 'EACCES':
            return `Port ${port} (PORT) may not be used by this user. Set PORT to another one, above 1023.`;
        case 'EADDRNOTAVAIL':
            return `${host} (HOST) is no address of this machine. Set HOST to one that is, or to 0.0.0.0 for all of them.`;
        case 'ENOTFOUND':
        case 'EAI_AGAIN':
            return `${host} (HOST) is not known as a name. Set HOST to an address of this machine, or to 0.0.0.0 for all of them.`;
        default:
            return `The proxy could not listen on ${host} (HOST), port ${port} (PORT). Set them to what this machine has free.`;
    }
}

function storeFailure(cause: unknown, { dataDir, databaseUrl }: Config): string {
    if (Object(cause).name === 'StoreInUse') {
        return (
            `The folder ${dataDir} (DATA_DIR) is used by another proxy. ` +
            'Stop that one, give this one a folder of its own, or set DATABASE_URL to share a Postgres server.'
        );
    }
    if (databaseUrl !== null) {
        return 'The Postgres server of DATABASE_URL could not be used. Check that it runs, and the user, password and database.';
    }
    return `The folder ${dataDir} (DATA_DIR) could not be used. Check that it may be written and that its content is whole.`;
}

function codeOf(error: unknown): unknown {
    return (Object(error) as { code?: unknown }).code;
}
