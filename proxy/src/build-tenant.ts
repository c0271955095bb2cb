import type { Logger } from 'pino';
import { createAuthenticator } from './auth/authenticator.ts';
import type { Config, TenantConfig } from './config/config.ts';
import { ConversationService } from './conversations/conversation-service.ts';
import { createGoTallo, type GoTalloOptions } from './gotallo/gotallo-client.ts';
import { STATE_NOT_EXCLUDED } from './http/problems.ts';
import type { Tenant } from './http/tenant.ts';
import { askTogether } from './salesforce/ask-together.ts';
import { createSalesforceOrg } from './salesforce/salesforce-org.ts';
import type { Store } from './store/store.ts';

/** What all tenants share. */
export interface SharedParts {
    config: Pick<Config, 'authCacheSeconds' | 'evidenceSeconds'>;
    store: Store;
    logger: Logger;
    /** How long GoTallo is waited for and how often it is asked; its client's own values when left out. */
    goTalloTiming?: Pick<GoTalloOptions, 'timeoutMs' | 'retry'>;
}

/** Puts one tenant together from its configuration. */
export function buildTenant(tenant: TenantConfig, { config, store, logger, goTalloTiming }: SharedParts): Tenant {
    const { orgId, instanceUrl, permissions } = tenant.salesforce;
    const { baseUrl, tenantId, token } = tenant.gotallo;
    const log = logger.child({ tenant: tenant.name });
    const salesforce = createSalesforceOrg({ instanceUrl });
    const authenticator = createAuthenticator({
        salesforce,
        orgId,
        permissions,
        cacheSeconds: config.authCacheSeconds
    });
    const goTallo = createGoTallo({
        baseUrl,
        tenantId,
        token,
        onAlarm: (alarm) => log.error({ alarm }, 'alarm'),
        ...goTalloTiming
    });
    return {
        name: tenant.name,
        orgId,
        conversations: new ConversationService({
            goTallo,
            journal: store.journalOf(tenant.name),
            evidenceSeconds: config.evidenceSeconds,
            stateBlockCaveat: tenant.gotallo.blockedStateExcluded ? null : STATE_NOT_EXCLUDED
        }),
        async callerFor(accessToken, about) {
            const questions = about === null ? salesforce : askTogether(salesforce, about);
            const agent = await authenticator.authenticate(accessToken, questions);
            return { agent, newestMessage: (id) => questions.newestMessage(accessToken, id) };
        },
        async reachability() {
            const [salesforceAnswers, gotalloAnswers] = await Promise.all([
                salesforce.reachable(),
                goTallo.reachable()
            ]);
            return { salesforce: salesforceAnswers, gotallo: gotalloAnswers };
        }
    };
}
