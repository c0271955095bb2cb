import type { Logger } from 'pino';
import type { Tenant } from './http/tenant.ts';

/** One round of work for one tenant; it tells of what did not go well, and is done again anyway. */
export type Round = (tenant: Tenant, onFailure: (failure: unknown) => void) => Promise<void>;

/** The same trouble is not told more often than this. */
const TELL_AGAIN_MS = 60_000;

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
    // Each tenant's rounds are its own: one that is slow does not hold up the others.
    const stops = tenants.map((tenant) => {
        const tell = tellerOf(tenant, log, trouble);
        return again(everyMs, () => round(tenant, tell));
    });
    return async () => {
        await Promise.all(stops.map((stop) => stop()));
    };
}

/**
 * Does the work at once, and again and again.
 * @param everyMs the pause after each round
 * @param work never rejects
 * @returns stops it; resolves when the round under way has ended
 */
export function again(everyMs: number, work: () => Promise<void>): () => Promise<void> {
    let isStopped = false;
    let timer: NodeJS.Timeout | undefined;
    let underWay: Promise<void>;

    function begin(): void {
        underWay = work().then(() => {
            if (!isStopped) timer = setTimeout(begin, everyMs);
        });
    }

    begin();
    return () => {
        isStopped = true;
        clearTimeout(timer);
        return underWay;
    };
}

/** Logs each kind of trouble of a tenant now and then, however often it is met. */
function tellerOf({ name }: Tenant, log: Logger, trouble: string): (failure: unknown) => void {
    const toldAt = new Map<unknown, number>();
    return (failure) => {
        const { code, cause } = Object(failure) as { code?: unknown; cause?: unknown };
        const now = performance.now();
        if (now - (toldAt.get(code) ?? Number.NEGATIVE_INFINITY) < TELL_AGAIN_MS) return;
        toldAt.set(code, now);
        log.warn({ tenant: name, code, err: cause ?? failure }, trouble);
    };
}
