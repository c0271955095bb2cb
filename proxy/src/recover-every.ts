import type { Logger } from 'pino';
import type { Tenant } from './http/tenant.ts';

/**
 * Brings unfinished operations to their ends: at once, and again and again.
 * @param everyMs the pause after each round
 * @returns stops it; resolves when the round under way has ended
 */
export function recoverEvery(everyMs: number, tenants: readonly Tenant[], log: Logger): () => Promise<void> {
    let isStopped = false;
    let timer: NodeJS.Timeout | undefined;
    let round: Promise<void>;

    function begin(): void {
        round = Promise.all(tenants.map((tenant) => recoverTenant(tenant, log))).then(() => {
            if (!isStopped) timer = setTimeout(begin, everyMs);
        });
    }

    begin();
    return () => {
        isStopped = true;
        clearTimeout(timer);
        return round;
    };
}

async function recoverTenant({ name, conversations }: Tenant, log: Logger): Promise<void> {
    await conversations.recover((failure) => {
        const { code, cause } = Object(failure) as { code?: unknown; cause?: unknown };
        log.warn({ tenant: name, code, err: cause ?? failure }, 'not recovered yet');
    });
}
