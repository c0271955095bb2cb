import type { Config, TenantConfig } from '../config/config.ts';
import { exclusionFound } from '../conversations/knowledge/exclusion.ts';
import { channelOf } from '../events/org-events.ts';
import { eventProbes } from '../events/setup-probes.ts';
import { createGoTallo } from '../gotallo/gotallo-client.ts';
import { goTalloProbes } from '../gotallo/setup-probes.ts';
import { webhookProbe } from '../gotallo/webhook-probe.ts';
import { runProbes, type SetupProbe } from '../lib/setup-check.ts';
import { createSalesforceOrg } from '../salesforce/salesforce-org.ts';
import { exclusionFacts } from '../setup.ts';
import type { Store } from '../store/store.ts';
import { ownRow, type DoctorRow } from './doctor-row.ts';
import type { InWords } from './label-words.ts';

/** What examining a tenant needs beside its configuration. */
export interface TenantExam {
    config: Pick<Config, 'goTalloTimeoutSeconds'>;
    /** Null: nobody but the running proxy may look into it. */
    store: Store | null;
    inWords: InWords;
}

/** The same checks as `/v1/setup`, as far as they need neither an agent's token nor what the running proxy has seen. */
export async function examineTenant(
    tenant: TenantConfig,
    { config, store, inWords }: TenantExam
): Promise<DoctorRow[]> {
    const [org, checks] = await Promise.all([orgRow(tenant), runProbes(probesOf(tenant, config, store))]);
    const rows = checks.map((check) => {
        const row = inWords(check);
        return check.code === 'notUsed' ? { ...row, ...ONLY_RUNNING } : row;
    });
    return [org, permissionsRow(tenant), ...rows];
}

/** This process has sent nothing, and no call that only tries the token is documented. */
const ONLY_RUNNING = {
    found: 'GoTallo answers. Whether it takes the token, only the running proxy has seen.',
    fix: 'Open the tab GoTallo Set-up in Salesforce, or look for “alarm” in the log of the proxy.'
};

function probesOf(tenant: TenantConfig, config: TenantExam['config'], store: Store | null): SetupProbe[] {
    const { gotallo, salesforce, webhookSecret, name } = tenant;
    const timeoutMs = config.goTalloTimeoutSeconds * 1000;
    const client = createGoTallo({ ...gotallo, timeoutMs });
    const channel = channelOf(salesforce);
    const isConfigured = webhookSecret !== null;
    const lastAt = (): Promise<Date | null> => store?.lastWebhookOf(name) ?? Promise.reject(new Error('not asked'));
    return [
        ...goTalloProbes({ client, ...gotallo }),
        ...(isConfigured && store === null ? [] : [webhookProbe({ isConfigured, lastAt })]),
        ...eventProbes(channel && { channel, publisher: null }),
        {
            name: 'exclusion',
            find: () => exclusionFound({ ...exclusionFacts(tenant), blocked: [], synced: null, now: new Date() })
        }
    ];
}

async function orgRow({ salesforce: { instanceUrl } }: TenantConfig): Promise<DoctorRow> {
    const row = { name: 'connection', title: 'Salesforce org' };
    if (await createSalesforceOrg({ instanceUrl }).reachable()) {
        return ownRow({
            ...row,
            status: 'ok',
            found: `${instanceUrl} answers. Whether its named credential reaches the proxy, only the org can show: open the tab GoTallo Set-up there.`
        });
    }
    return ownRow({
        ...row,
        status: 'error',
        found: `${instanceUrl} does not answer.`,
        fix: 'Check salesforce.instanceUrl in the tenants file, and that this machine may call it by HTTPS.'
    });
}

function permissionsRow({ salesforce: { permissions } }: TenantConfig): DoctorRow {
    const { block, manage } = permissions;
    const row = { name: 'permissions', title: 'Permissions' };
    const toBlock = `To block, one of: ${block.join(', ')}.`;
    if (manage.length > 0) {
        return ownRow({ ...row, status: 'ok', found: `${toBlock} To manage, one of: ${manage.join(', ')}.` });
    }
    return ownRow({
        ...row,
        status: 'warning',
        found: `${toBlock} Nobody may manage: the list is empty.`,
        fix: 'Name GoTallo_Manage_Blocks in salesforce.permissions.manage of the tenants file.'
    });
}
