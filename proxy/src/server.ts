/**
 * The proxy as a process: reads its configuration, opens the store, listens, and drains on SIGTERM or SIGINT.
 * `--check-config` stops after the configuration. Exit code 1: it could not start.
 */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import { createApp } from './app.ts';
import { buildTenant } from './build-tenant.ts';
import { ConfigError } from './config/config-error.ts';
import type { Config } from './config/config.ts';
import { loadConfig } from './config/load-config.ts';
import { createLogger } from './http/logger.ts';
import { openStore, type Store } from './store/store.ts';

/** How long requests under way may take to end: the longest one asks Salesforce twice and GoTallo up to its limit. */
const DRAIN_MS = 30_000;

const config = readConfig();
if (process.argv.includes('--check-config')) {
    process.stdout.write('The configuration is valid.\n');
    process.exit(0);
}
const logger = createLogger({ level: config.logLevel, secrets: secretsOf(config) });
await start(config, logger).catch((error: unknown) => {
    logger.fatal({ err: error }, startFailure(error, config));
    process.exit(1);
});

function readConfig(): Config {
    try {
        return loadConfig(process.env);
    } catch (error) {
        if (!(error instanceof ConfigError)) throw error;
        process.stderr.write(`${error.message}\n`);
        process.exit(1);
    }
}

async function start({ host, port, ...settings }: Config, log: Logger): Promise<void> {
    const store = await openStore(settings.dataDir);
    warnOfUnused(settings.tenants, log);
    const tenants = settings.tenants.map((tenant) => buildTenant(tenant, { config: settings, store, logger: log }));
    const app = createApp({ tenants, isStoreReachable: () => store.isReachable(), logger: log });
    const server = createServer(app);
    await listen(server, host, port);
    log.info({ host, port: (server.address() as AddressInfo).port }, 'listening');
    drainOnSignal(server, store, log);
}

function listen(server: Server, host: string, port: number): Promise<void> {
    return new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, resolve);
    });
}

function drainOnSignal(server: Server, store: Store, log: Logger): void {
    const drain = (signal: NodeJS.Signals): void => {
        log.info({ signal }, 'draining');
        setTimeout(() => process.exit(1), DRAIN_MS).unref();
        server.close(() => {
            void store.close().finally(() => process.exit(0));
        });
        server.keepAliveTimeout = 1; // connections that fall idle from now on are closed at once
    };
    process.once('SIGTERM', drain);
    process.once('SIGINT', drain);
}

/** Settings that are understood and not used yet are said aloud, so that nobody relies on them. */
function warnOfUnused(tenants: Config['tenants'], log: Logger): void {
    for (const { name, gotallo, webhookSecret } of tenants) {
        const { nativeBlock, read } = gotallo;
        const later = Object.entries({ nativeBlock, read, webhookSecret });
        const unused = later.filter(([, value]) => value !== null).map(([setting]) => setting);
        if (unused.length > 0) log.warn({ tenant: name, unused }, 'settings not used by this version');
        if (!gotallo.blockedStateExcluded) {
            log.warn(
                { tenant: name },
                'blockedStateExcluded is false: messages of blocked people still reach Salesforce'
            );
        }
    }
}

function secretsOf({ tenants }: Config): string[] {
    return tenants.flatMap(({ gotallo, webhookSecret }) => [
        gotallo.token.reveal(),
        ...(webhookSecret === null ? [] : [webhookSecret.reveal()])
    ]);
}

function startFailure(error: unknown, { port, dataDir }: Config): string {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'EADDRINUSE') return `Port ${port} is taken. Stop what listens there, or set PORT to another one.`;
    if (code === 'EACCES') return `Port ${port} or the folder ${dataDir} may not be used. Set PORT or DATA_DIR.`;
    return `The proxy could not start. Check that the folder ${dataDir} (DATA_DIR) is writable and its content is whole.`;
}
