import { z } from 'zod';
import { LOG_LEVELS, type Config } from './config.ts';
import { faultsOf } from './faults.ts';
import { allowed, decimalNumber, pattern, wholeNumber } from './setting-schemas.ts';
import { databaseUrl } from './url-schemas.ts';

const HOST = /^[A-Za-z0-9][A-Za-z0-9.-]{0,252}$|^[0-9A-Fa-f:.]{2,45}$/;

const schema = z.object({
    PORT: wholeNumber(0, 65_535, 8080),
    // Only this machine can call until somebody decides otherwise; a hosted proxy sets 0.0.0.0.
    HOST: pattern(HOST, 'a host name or an IP address').default('127.0.0.1'),
    TENANTS_FILE: z.string(allowed('the path of the tenants file')),
    DATA_DIR: z.string().default('.data'),
    DATABASE_URL: databaseUrl.nullable().default(null),
    LOG_LEVEL: z.enum(LOG_LEVELS, allowed(LOG_LEVELS.join(', '))).default('info'),
    AUTH_CACHE_SECONDS: wholeNumber(0, 300, 60),
    EVIDENCE_SECONDS: wholeNumber(0, 3600, 30),
    // With more, one change could hardly end in the 38 seconds in which it is answered.
    GOTALLO_TIMEOUT_SECONDS: decimalNumber(0.1, 8, 6),
    FORGET_AFTER_DAYS: wholeNumber(1, 3650, 30),
    GOTALLO_CONCURRENCY: wholeNumber(1, 500, 20),
    WRITES_PER_MINUTE: wholeNumber(1, 100_000, 300)
});

/** The names of all environment variables that the proxy reads, those that the tenants file names aside. */
export const SETTING_NAMES: readonly string[] = Object.keys(schema.shape);

/** The settings of the environment, or their faults. An empty variable counts as absent. */
export function readEnvironment(env: NodeJS.ProcessEnv): { settings?: Omit<Config, 'tenants'>; faults: string[] } {
    const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
    const result = schema.safeParse(given);
    if (!result.success) return { faults: faultsOf(result.error) };
    const { data } = result;
    return {
        settings: {
            port: data.PORT,
            host: data.HOST,
            dataDir: data.DATA_DIR,
            logLevel: data.LOG_LEVEL,
            authCacheSeconds: data.AUTH_CACHE_SECONDS,
            evidenceSeconds: data.EVIDENCE_SECONDS,
            databaseUrl: data.DATABASE_URL,
            goTalloTimeoutSeconds: data.GOTALLO_TIMEOUT_SECONDS,
            goTalloConcurrency: data.GOTALLO_CONCURRENCY,
            writesPerMinute: data.WRITES_PER_MINUTE,
            forgetAfterDays: data.FORGET_AFTER_DAYS
        },
        faults: []
    };
}
