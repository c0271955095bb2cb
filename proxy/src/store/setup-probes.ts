import type { SetupCodes } from '#contract';
import type { SetupFinding, SetupProbe } from '../lib/setup-check.ts';
import type { Store, StoreHealth } from './store.ts';

/** An agent waits for several of these. */
const SLOW_MS = 250;

/** Below this many times the reserve, it is time to look after the disk. */
const LOW_FACTOR = 8;

const MEGABYTE = 1_000_000;

/** Clocks kept by NTP stay far below this. */
export const CLOCKS_WARN_MS = 1_000;
/** From then on, what was seen later may count as earlier. */
const CLOCKS_WRONG_MS = 10_000;

/** The store that all tenants share, and its clock. */
export function storeProbes(store: Pick<Store, 'health' | 'clockSkewMs'>): SetupProbe[] {
    return [
        { name: 'store', find: async () => storeFinding(await store.health()) },
        {
            name: 'clock',
            async find() {
                const skewMs = Math.abs(await store.clockSkewMs());
                if (!(skewMs > CLOCKS_WARN_MS)) return { status: 'ok', code: 'inStep', facts: [Math.round(skewMs)] };
                const status = skewMs > CLOCKS_WRONG_MS ? 'error' : 'warning';
                return { status, code: 'apart', facts: [Math.round(skewMs / 1000)] };
            }
        }
    ];
}

function storeFinding({ kind, answerMs, isWritable, room }: StoreHealth): SetupFinding<SetupCodes['store']> {
    const ms = answerMs === null ? 0 : Math.ceil(answerMs);
    const free = room === null ? 0 : Math.floor(room.freeBytes / MEGABYTE);
    const reserve = room === null ? 0 : Math.ceil(room.reserveBytes / MEGABYTE);
    if (answerMs === null || !isWritable) return { status: 'error', code: 'away' };
    if (room !== null && room.freeBytes < room.reserveBytes) {
        return { status: 'error', code: 'full', facts: [free, reserve] };
    }
    if (room !== null && room.freeBytes < LOW_FACTOR * room.reserveBytes) {
        return { status: 'warning', code: 'low', facts: [free, reserve] };
    }
    if (ms > SLOW_MS) return { status: 'warning', code: 'slow', facts: [ms] };
    return kind === 'server'
        ? { status: 'ok', code: 'server', facts: [ms] }
        : { status: 'ok', code: 'embedded', facts: [ms, free] };
}
