import { toId18 } from '../salesforce/salesforce-id.ts';
import type { TenantConfig } from './config.ts';
import { faultsOf } from './faults.ts';
import type { SecretSources } from './secret-schema.ts';
import { tenantsSchema } from './tenants-schema.ts';

const SETTING = 'TENANTS_FILE';

/** The tenants of the tenants file, or every fault of it. */
export function readTenants(sources: SecretSources): { tenants?: TenantConfig[]; faults: string[] } {
    const text = readText(sources);
    if (text === null)
        return { faults: [`${SETTING} names a file that cannot be read; allowed: a readable JSON file`] };
    const json = parseJson(text);
    if ('fault' in json) return { faults: [json.fault] };
    const result = tenantsSchema(sources).safeParse(json.value);
    const duplicates = duplicatesIn(json.value);
    if (!result.success) return { faults: [...faultsOf(result.error, SETTING), ...duplicates] };
    return { tenants: result.data.tenants, faults: duplicates };
}

function readText({ readFile, tenantsFile }: SecretSources): string | null {
    try {
        return readFile(tenantsFile);
    } catch {
        return null;
    }
}

function parseJson(text: string): { value: unknown } | { fault: string } {
    try {
        return { value: JSON.parse(text) };
    } catch (error) {
        // The parser's own message quotes the file, which may hold a secret by mistake; the place is enough.
        const place = /line \d+ column \d+/.exec(String(error))?.[0];
        return { fault: `${SETTING} is not JSON${place ? ` (${place})` : ''}; allowed: a JSON file` };
    }
}

/** Reads the raw file, so that duplicates are told beside all other faults. */
function duplicatesIn(file: unknown): string[] {
    const tenants = (file as { tenants?: { name?: unknown; salesforce?: { orgId?: unknown } }[] } | null)?.tenants;
    if (!Array.isArray(tenants)) return [];
    return [
        ...repeated(tenants.map((tenant) => tenant?.name)).map((at) => `tenants[${at}].name`),
        ...repeated(tenants.map((tenant) => asOrgId(tenant?.salesforce?.orgId))).map(
            (at) => `tenants[${at}].salesforce.orgId`
        )
    ].map((setting) => `${SETTING} ${setting} is used by an earlier tenant; allowed: one tenant per name and org`);
}

function asOrgId(value: unknown): unknown {
    return typeof value === 'string' ? (toId18(value) ?? value) : value;
}

function repeated(values: readonly unknown[]): number[] {
    return values.flatMap((value, at) => (typeof value === 'string' && values.indexOf(value) < at ? [at] : []));
}
