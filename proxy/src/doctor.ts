/**
 * `npm run doctor`: checks the set-up of every tenant for the operator, with the environment of the proxy and beside a
 * running one. Changes nothing. `--json` prints it for machines. Exit code 1: something is wrong; 2: unknown option.
 */
import { ConfigError } from './config/config-error.ts';
import type { Config } from './config/config.ts';
import { loadConfig } from './config/load-config.ts';
import { secretsOf } from './config/secrets-of.ts';
import { ownRow, type DoctorSection } from './doctor/doctor-row.ts';
import { examineStore } from './doctor/examine-store.ts';
import { examineTenant } from './doctor/examine-tenant.ts';
import { readLabelWords } from './doctor/label-words.ts';
import { hasError, reportText } from './doctor/report.ts';
import { createRedactor } from './http/redact.ts';

const USAGE = 'Usage: npm run doctor [-- --json]\n';

const options = process.argv.slice(2);
if (options.some((option) => option !== '--json')) {
    process.stderr.write(USAGE);
    process.exit(2);
}
const { sections, secrets } = await examine();
const report = options.includes('--json')
    ? `${JSON.stringify({ checkedAt: new Date().toISOString(), sections }, null, 4)}\n`
    : reportText(sections);
process.stdout.write(createRedactor(secrets)(report), () => process.exit(hasError(sections) ? 1 : 0));

async function examine(): Promise<{ sections: DoctorSection[]; secrets: string[] }> {
    try {
        const config = loadConfig(process.env);
        return { sections: await examineAll(config), secrets: secretsOf(config) };
    } catch (error) {
        if (!(error instanceof ConfigError)) throw error;
        return { sections: [{ tenant: null, rows: error.faults.map(faultRow) }], secrets: [] };
    }
}

async function examineAll(config: Config): Promise<DoctorSection[]> {
    const inWords = readLabelWords();
    const { rows, store } = await examineStore(config, inWords);
    const tenants = await Promise.all(
        config.tenants.map(async (tenant) => ({
            tenant: tenant.name,
            rows: await examineTenant(tenant, { config, store, inWords })
        }))
    );
    return [{ tenant: null, rows }, ...tenants];
}

function faultRow(fault: string) {
    const fix = 'Correct it; docs/configuration.md lists every setting.';
    return ownRow({ name: 'configuration', title: 'Configuration', status: 'error', found: fault, fix });
}
