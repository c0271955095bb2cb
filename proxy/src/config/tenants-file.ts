import { toId18 } from '../lib/salesforce-id.ts';
import type { TenantConfig } from './config.ts';
import { faultsOf } from './faults.ts';
import { secretSchema, type SecretSources } from './secret-schema.ts';
import { tenantsSchema } from './tenants-schema.ts';

const SETTING = 'TENANTS_FILE';
const USED = 'is used by an earlier tenant; allowed: each name, org, GoTallo tenant and webhook secret once';

/** The tenants of the tenants file, or every fault of it. */
export function readTenants(sources: SecretSources): { tenants?: TenantConfig[]; faults: string[] } {
    const text = readText(sources);
    if (text === null)
        return { faults: [`${SETTING} names a file that cannot be read; allowed: a readable JSON file`] };
    const json = parseJson(text);
    if ('fault' in json) return { faults: [json.fault] };
    const result = tenantsSchema(sources).safeParse(json.value);
    const duplicates = duplicatesIn(json.value, sources);
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

interface RawTenant {
    name?: unknown;
    salesforce?: { orgId?: unknown };
    gotallo?: { tenantId?: unknown };
    webhookSecret?: unknown;
}

/**
 * Reads the raw file, so that duplicates are told beside all other faults. Two of ours on one GoTallo tenant would not
 * know of each other's changes, and a webhook is told to its tenant by the secret alone.
 */
function duplicatesIn(file: unknown, sources: SecretSources): string[] {
    const tenants = (file as { tenants?: (RawTenant | null)[] } | null)?.tenants;
    if (!Array.isArray(tenants)) return [];
    const rules: [member: string, value: (tenant: RawTenant | null) => unknown][] = [
        ['name', (tenant) => tenant?.name],
        ['salesforce.orgId', (tenant) => asOrgId(tenant?.salesforce?.orgId)],
        ['gotallo.tenantId', (tenant) => asUuid(tenant?.gotallo?.tenantId)],
        ['webhookSecret', (tenant) => secretSchema(sources).safeParse(tenant?.webhookSecret).data?.reveal()]
    ];
    return rules
        .flatMap(([member, value]) => repeated(tenants.map(value)).map((at) => `tenants[${at}].${member}`))
        .map((setting) => `${SETTING} ${setting} ${USED}`);
}

function asUuid(value: unknown): unknown {
    return typeof value === 'string' ? value.toLowerCase() : value;
}

function asOrgId(value: unknown): unknown {
    return typeof value === 'string' ? (toId18(value) ?? value) : value;
}

function repeated(values: readonly unknown[]): number[] {
    return values.flatMap((value, at) => (typeof value === 'string' && values.indexOf(value) < at ? [at] : []));
}
