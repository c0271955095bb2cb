import type { Logger } from 'pino';
import type { SetupCheck, SetupView } from '#contract';
import { callerProbes, type SetupCaller } from './auth/setup-probes.ts';
import type { TenantConfig } from './config/config.ts';
import { exclusionFound } from './conversations/knowledge/exclusion.ts';
import { eventProbes, type EventProbesParts } from './events/setup-probes.ts';
import { exclusionLetter } from './gotallo/exclusion-letter.ts';
import type { GoTalloClient } from './gotallo/gotallo-client.ts';
import { goTalloProbes } from './gotallo/setup-probes.ts';
import { webhookProbe } from './gotallo/webhook-probe.ts';
import { problemsFirst, runProbes, type SetupProbe } from './lib/setup-check.ts';
import { shareUnderWay } from './lib/share-under-way.ts';
import type { SalesforceOrg } from './salesforce/salesforce-org.ts';
import { createSyncedInbound } from './salesforce/synced-inbound.ts';
import { storeProbes } from './store/setup-probes.ts';
import type { Store } from './store/store.ts';

/** How many blocked conversations are looked up in Salesforce. */
const BLOCKED = 20;

/** The running parts of one tenant that the check looks at. */
export interface SetupParts {
    salesforce: Pick<SalesforceOrg, 'heldPermissions'>;
    client: Pick<GoTalloClient, 'reachable' | 'record'>;
    events: EventProbesParts | null;
    store: Store;
    log: Pick<Logger, 'warn'>;
    /** As in `ProbeOptions`. */
    timeoutMs?: number | undefined;
}

/** Checks the set-up of one tenant for one caller, whose own rights decide what is seen in Salesforce. Never throws. */
export type CheckSetup = (caller: SetupCaller) => Promise<SetupView>;

/**
 * Gathers the probes of all parts. Runs at the same time are shared: those that are the same for everybody by all, the
 * others by requests of the same person.
 */
export function createSetup(tenant: TenantConfig, parts: SetupParts): CheckSetup {
    const { name, salesforce } = tenant;
    const share = shareUnderWay<SetupCheck[]>();
    const probes = tenantProbes(tenant, parts);
    const forCaller = callerProbesOf(tenant, parts);
    const options = {
        ...(parts.timeoutMs !== undefined && { timeoutMs: parts.timeoutMs }),
        onFailure: (check: string, error: unknown) =>
            parts.log.warn({ check, err: Object(error).cause ?? error }, 'a set-up check failed')
    };
    return async (caller) => {
        const [own, common] = await Promise.all([
            share(`caller ${caller.agent.id}`, () => runProbes(forCaller(caller), options)),
            share('tenant', () => runProbes(probes, options))
        ]);
        const checks = problemsFirst([...own, ...common]);
        return { checkedAt: new Date().toISOString(), orgId: salesforce.orgId, tenant: name, checks };
    };
}

/** What is the same whoever asks. */
function tenantProbes(
    { name, gotallo, webhookSecret }: TenantConfig,
    { client, events, store }: Omit<SetupParts, 'salesforce' | 'log'>
): SetupProbe[] {
    const { tenantId, nativeBlock, read } = gotallo;
    return [
        ...goTalloProbes({ client, tenantId, nativeBlock, read }),
        webhookProbe({ isConfigured: webhookSecret !== null, lastAt: () => store.lastWebhookOf(name) }),
        ...eventProbes(events),
        ...storeProbes(store)
    ];
}

/** What the caller's token shows. */
function callerProbesOf(
    tenant: TenantConfig,
    { salesforce, store }: SetupParts
): (caller: SetupCaller) => SetupProbe[] {
    const { orgId, permissions, instanceUrl } = tenant.salesforce;
    const askSynced = createSyncedInbound({ instanceUrl });
    return (caller) => [
        ...callerProbes({ salesforce, orgId, permissions }, caller),
        {
            name: 'exclusion',
            async find() {
                const blocked = await store.blockedOf(tenant.name, BLOCKED);
                const ids = blocked.map(({ id }) => id);
                const synced = await askSynced(caller.accessToken, ids);
                return exclusionFound({ ...exclusionFacts(tenant), blocked, synced, now: new Date() });
            }
        }
    ];
}

/** What the configuration says about it. */
export function exclusionFacts({ salesforce, gotallo }: TenantConfig): { isConfigured: boolean; letter: string } {
    const { orgId, instanceUrl } = salesforce;
    const letter = exclusionLetter({ orgId, instanceUrl, tenantId: gotallo.tenantId });
    return { isConfigured: gotallo.blockedStateExcluded, letter };
}
