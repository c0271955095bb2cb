import type { Logger } from 'pino';
import type { Tenant } from './http/tenant.ts';

/** One round of work for one tenant; it tells of what did not go well, and is done again anyway. */
export type Round = (tenant: Tenant, onFailure: (failure: unknown) => void) => Promise<void>;

/**
 * Does the work for every tenant: at once, and again and again.
 * @param everyMs the pause after each round
 * @param trouble what the log says when something did not go well
 * @returns stops it; resolves when the round under way has ended
 */
export function workEvery(
    everyMs: number,
    round: Round,
    { tenants, log, trouble }: { tenants: readonly Tenant[]; log: Logger; trouble: string }
): () => Promise<void> {
    let isStopped = false;
    let timer: NodeJS.Timeout | undefined;
    let underWay: Promise<void>;

    function begin(): void {
        underWay = Promise.all(tenants.map((tenant) => round(tenant, tell(tenant)))).then(() => {
            if (!isStopped) timer = setTimeout(begin, everyMs);
        });
    }

    function tell({ name }: Tenant): (failure: unknown) => void {
        return (failure) => {
            const { code, cause } = Object(failure) as { code?: unknown; cause?: unknown };
            log.warn({ tenant: name, code, err: cause ?? failure }, trouble);
        };
    }

    begin();
    return () => {
        isStopped = true;
        clearTimeout(timer);
        return underWay;
    };
}
