import type { Logger } from 'pino';
import { createAuthenticator } from './auth/authenticator.ts';
import type { Config, TenantConfig } from './config/config.ts';
import { createConversations } from './conversations/conversations.ts';
import type { ProtocolTiming } from './conversations/protocol/timing.ts';
import { eventsOf } from './events/org-events.ts';
import { createGoTallo, type GoTalloClient, type GoTalloOptions } from './gotallo/gotallo-client.ts';
import type { Tenant } from './http/tenant.ts';
import { askTogether } from './salesforce/ask-together.ts';
import { createSalesforceOrg } from './salesforce/salesforce-org.ts';
import { createSetup } from './setup.ts';
import type { Store } from './store/store.ts';

/** What all tenants share. */
export interface SharedParts {
    config: Pick<Config, 'authCacheSeconds' | 'evidenceSeconds' | 'goTalloTimeoutSeconds' | 'goTalloConcurrency'>;
    store: Store;
    timing: ProtocolTiming;
    logger: Logger;
    /** How long one part of the set-up check may take; its own value when left out. */
    setupTimeoutMs?: number;
    /** How often GoTallo is asked; its client's own values when left out. */
    goTalloRetry?: NonNullable<GoTalloOptions['retry']>;
}

/** A tenant that is to be closed before the process ends. */
export interface BuiltTenant extends Tenant {
    /** Tells the org what it was not told yet, for a short time. Never throws. */
    close(): Promise<void>;
}

/** Puts one tenant together from its configuration. */
export function buildTenant(tenant: TenantConfig, shared: SharedParts): BuiltTenant {
    const { orgId, instanceUrl, permissions } = tenant.salesforce;
    const { tenantId, blockedStateExcluded } = tenant.gotallo;
    const { config, store, timing, setupTimeoutMs } = shared;
    const log = shared.logger.child({ tenant: tenant.name });
    const salesforce = createSalesforceOrg({ instanceUrl });
    const events = eventsOf(tenant.salesforce, log);
    const changes = events?.publisher ?? null;
    const authenticator = createAuthenticator({
        salesforce,
        orgId,
        permissions,
        cacheSeconds: config.authCacheSeconds
    });
    const goTallo = goTalloOf(tenant, shared, log);
    return {
        name: tenant.name,
        orgId,
        goTalloTenantId: tenantId,
        webhookSecret: tenant.webhookSecret,
        conversations: createConversations({
            goTallo,
            journal: store.journalOf(tenant.name),
            evidenceSeconds: config.evidenceSeconds,
            timing,
            changes,
            blockedStateExcluded
        }),
        async callerFor(accessToken, about) {
            const cameAt = performance.now();
            const questions = about === null ? salesforce : askTogether(salesforce, about);
            const agent = await authenticator.authenticate(accessToken, questions);
            return { agent, cameAt, newestMessage: (id) => questions.newestMessage(accessToken, id) };
        },
        knownCaller(accessToken) {
            const agent = authenticator.known(accessToken);
            if (agent === null) return null;
            const cameAt = performance.now();
            return { agent, cameAt, newestMessage: (id) => salesforce.newestMessage(accessToken, id) };
        },
        checkSetup: createSetup(tenant, {
            salesforce,
            client: goTallo,
            events,
            store,
            log,
            timeoutMs: setupTimeoutMs
        }),
        async reachability() {
            const [salesforceAnswers, gotalloAnswers] = await Promise.all([
                salesforce.reachable(),
                goTallo.reachable()
            ]);
            return { salesforce: salesforceAnswers, gotallo: gotalloAnswers };
        },
        async close() {
            await changes?.close();
        }
    };
}

function goTalloOf(
    { gotallo }: TenantConfig,
    { config, timing, goTalloRetry }: SharedParts,
    log: Logger
): GoTalloClient {
    const { baseUrl, tenantId, token, nativeBlock, read } = gotallo;
    return createGoTallo({
        baseUrl,
        tenantId,
        token,
        nativeBlock,
        read,
        load: { concurrency: config.goTalloConcurrency, restMs: timing.recoveryMs },
        timeoutMs: config.goTalloTimeoutSeconds * 1000,
        onAlarm: (alarm) => log.error({ alarm }, 'alarm'),
        ...(goTalloRetry && { retry: goTalloRetry })
    });
}
