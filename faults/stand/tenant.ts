import { BLOCK_USER, READ } from '../../fakes/gotallo.ts';
import { BLOCK_PERMISSION, MANAGE_PERMISSION } from '../../fakes/salesforce.ts';

/** A tenant of the proxies. */
export interface Tenant {
    name: string;
    orgId: string;
    /** GoTallo's id of it. */
    goTalloId: string;
    webhookSecret: string;
    /** Whether GoTallo can be asked what the channel blocks. */
    isReadable: boolean;
}

/** As many as keep what is under test apart from the rest that a proxy gives the GoTallo of a tenant after troubles. */
export const TENANTS: readonly Tenant[] = Array.from({ length: 20 }, (_, index) => {
    const number = String(index).padStart(2, '0');
    return {
        name: `tenant-${number}`,
        orgId: `00D0000000000${number}EAA`,
        goTalloId: `11111111-2222-4333-8444-5555555555${number}`,
        webhookSecret: `the-webhook-secret-of-tenant-${number}`,
        isReadable: index % 2 === 1
    };
});

/**
 * The tenants file of the proxies.
 * @param orgUrls where the org of each tenant is
 */
export function tenantsFile(goTalloUrl: string, orgUrls: readonly string[]): object {
    return {
        tenants: TENANTS.map(({ name, orgId, goTalloId, isReadable }, index) => ({
            name,
            salesforce: {
                orgId,
                instanceUrl: orgUrls[index],
                permissions: { block: [BLOCK_PERMISSION], manage: [MANAGE_PERMISSION] }
            },
            gotallo: {
                baseUrl: `${goTalloUrl}/api/v1`,
                tenantId: goTalloId,
                token: { env: 'GOTALLO_TOKEN' },
                nativeBlock: BLOCK_USER,
                ...(isReadable && { read: READ }),
                blockedStateExcluded: true
            },
            webhookSecret: { env: secretName(index) }
        }))
    };
}

/** The secrets that the file points to. */
export function tenantSecrets(): Record<string, string> {
    const webhooks = TENANTS.map(({ webhookSecret }, index) => [secretName(index), webhookSecret]);
    return { GOTALLO_TOKEN: 'the-gotallo-token', ...Object.fromEntries(webhooks) };
}

function secretName(index: number): string {
    return `WEBHOOK_SECRET_${index}`;
}
