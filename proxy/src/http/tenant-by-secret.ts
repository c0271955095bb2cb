import { createHash, timingSafeEqual } from 'node:crypto';
import type { Tenant } from './tenant.ts';

/**
 * Finds the tenant whose webhook secret is given; null when it is nobody's. Every secret is compared, whole and by its
 * hash, so the time it takes tells nothing.
 */
export function tenantBySecret<T extends Pick<Tenant, 'webhookSecret'>>(
    tenants: readonly T[]
): (given: string) => T | null {
    const known = tenants.flatMap((tenant) => {
        const { webhookSecret } = tenant;
        return webhookSecret === null ? [] : { tenant, hash: sha256(webhookSecret.reveal()) };
    });
    return (given) => {
        const givenHash = sha256(given);
        return known.reduce<T | null>(
            (found, { tenant, hash }) => (timingSafeEqual(hash, givenHash) ? tenant : found),
            null
        );
    };
}

function sha256(text: string): Buffer {
    return createHash('sha256').update(text).digest();
}
