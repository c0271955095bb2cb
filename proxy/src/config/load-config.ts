import { readFileSync } from 'node:fs';
import { ConfigError } from './config-error.ts';
import type { Config } from './config.ts';
import { deepFreeze } from './deep-freeze.ts';
import { readEnvironment } from './environment.ts';
import { readTenants } from './tenants-file.ts';

/**
 * Reads and validates the whole configuration: the environment, the tenants file and the secrets it points to.
 * @param env such as `process.env`
 * @param readFile reads a text file by its path and throws when it cannot
 * @throws ConfigError with every fault at once
 */
export function loadConfig(
    env: NodeJS.ProcessEnv,
    readFile: (path: string) => string = (path) => readFileSync(path, 'utf8')
): Config {
    const environment = readEnvironment(env);
    const file = env['TENANTS_FILE'];
    const tenants = file ? readTenants({ env, readFile, tenantsFile: file }) : { faults: [] };
    const faults = [...environment.faults, ...tenants.faults];
    if (!environment.settings || !tenants.tenants || faults.length > 0) throw new ConfigError(faults);
    return deepFreeze({ ...environment.settings, tenants: tenants.tenants });
}
