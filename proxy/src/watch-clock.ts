import type { Logger } from 'pino';
import { CLOCKS_WARN_MS } from './store/setup-probes.ts';
import type { Store } from './store/store.ts';
import { again } from './work-every.ts';

const EVERY_MS = 5 * 60 * 1000;

/**
 * Measures now, and every few minutes, how far our clock and that of the database are apart, and warns when it is too much:
 * leases and ends of blocks go by theirs, and what people see by ours.
 * @returns stops it
 */
export function watchClock(store: Pick<Store, 'clockSkewMs'>, log: Logger): () => Promise<void> {
    return again(EVERY_MS, async () => {
        // A store that is away is told of by whoever needs it.
        const skewMs = await store.clockSkewMs().catch(() => 0);
        if (!(Math.abs(skewMs) > CLOCKS_WARN_MS)) return;
        log.warn({ skewMs: Math.round(skewMs) }, "the database's clock and ours are apart: keep both by NTP");
    });
}
