/**
 * The proxy as a process: reads its configuration, opens the store, listens, and drains on SIGTERM or SIGINT.
 * `--check-config` stops after the configuration. Exit code 1: it could not start.
 */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import { createApp } from './app.ts';
import { buildTenant, type BuiltTenant } from './build-tenant.ts';
import { ConfigError } from './config/config-error.ts';
import type { Config } from './config/config.ts';
import { loadConfig } from './config/load-config.ts';
import { secretsOf } from './config/secrets-of.ts';
import { timingFor } from './conversations/protocol/timing.ts';
import { createHttpServer, type HttpServer } from './http/http-server.ts';
import { createLogger } from './http/logger.ts';
import type { Tenant } from './http/tenant.ts';
import { startFailure, StartFailure } from './start-failure.ts';
import { openStore, type Store } from './store/store.ts';
import { watchClock } from './watch-clock.ts';
import { workEvery } from './work-every.ts';

/** A block ends this late at most, its own time aside. */
const ENDS_EVERY_MS = 1000;
const FORGETS_EVERY_MS = 60 * 60 * 1000;

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
    const { databaseUrl, dataDir, writesPerMinute } = settings;
    const timing = timingFor(settings.goTalloTimeoutSeconds * 1000);
    const place = databaseUrl === null ? { dataDir } : { databaseUrl: databaseUrl.reveal() };
    const store = await openStore(place, { leaseMs: timing.leaseMs }).catch(failedAt('store'));
    warnOfCaveats(settings.tenants, log);
    const tenants = settings.tenants.map((tenant) =>
        buildTenant(tenant, { config: settings, store, timing, logger: log })
    );
    const app = createApp({ tenants, writesPerMinute, isStoreReachable: () => store.isReachable(), logger: log });
    const http = createHttpServer(app);
    await listen(http.server, host, port).catch(failedAt('listening'));
    log.info({ host, port: (http.server.address() as AddressInfo).port }, 'listening');
    const pace = { recoveryMs: timing.recoveryMs, forgetAfterDays: settings.forgetAfterDays };
    const stops = [startWork(pace, tenants, log), watchClock(store, log)];
    const stopWork = async (): Promise<void> => void (await Promise.all(stops.map((stop) => stop())));
    drainOnSignal({ http, store, tenants, stopWork, drainMs: timing.leaseMs }, log);
}

interface Pace {
    recoveryMs: number;
    forgetAfterDays: number;
}

/** What is done without anybody asking: unfinished operations, blocks that come to their end, and what is to be forgotten. */
function startWork(
    { recoveryMs, forgetAfterDays }: Pace,
    tenants: readonly Tenant[],
    log: Logger
): () => Promise<void> {
    const stops = [
        workEvery(recoveryMs, ({ conversations }, onFailure) => conversations.recover(onFailure), {
            tenants,
            log,
            trouble: 'not recovered yet'
        }),
        workEvery(ENDS_EVERY_MS, ({ conversations }, onFailure) => conversations.endDueBlocks(onFailure), {
            tenants,
            log,
            trouble: 'timed block not ended yet'
        }),
        workEvery(
            FORGETS_EVERY_MS,
            ({ conversations }, onFailure) => conversations.forget(forgetAfterDays, onFailure),
            {
                tenants,
                log,
                trouble: 'not forgotten yet'
            }
        )
    ];
    return async () => {
        await Promise.all(stops.map((stop) => stop()));
    };
}

/** Says at which step of the start something failed: the same system error means something else at each. */
function failedAt(step: StartFailure['step']): (cause: unknown) => never {
    return (cause) => {
        throw new StartFailure(step, cause);
    };
}

function listen(server: Server, host: string, port: number): Promise<void> {
    return new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, resolve);
    });
}

interface Running {
    http: HttpServer;
    store: Store;
    tenants: readonly BuiltTenant[];
    stopWork(): Promise<void>;
    /** How long what is under way may take to end: as long as any try can. What is cut off is carried on later. */
    drainMs: number;
}

function drainOnSignal({ http, store, tenants, stopWork, drainMs }: Running, log: Logger): void {
    const drain = (signal: NodeJS.Signals): void => {
        log.info({ signal }, 'draining');
        setTimeout(() => process.exit(1), drainMs).unref();
        void Promise.all([http.drain(), stopWork()])
            .then(() => Promise.all(tenants.map((tenant) => tenant.close())))
            .then(() => store.close())
            .finally(() => process.exit(0));
    };
    process.once('SIGTERM', drain);
    process.once('SIGINT', drain);
}

/** What is configured and does less than agents will expect is said aloud. */
function warnOfCaveats(tenants: Config['tenants'], log: Logger): void {
    for (const { name, gotallo } of tenants) {
        if (!gotallo.blockedStateExcluded) {
            log.warn(
                { tenant: name },
                'blockedStateExcluded is false: messages of blocked people still reach Salesforce'
            );
        }
    }
}
