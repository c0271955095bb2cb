import type { Router } from 'express';
import { allowedMethods } from './allowed-methods.ts';
import { exactRouter } from './exact-router.ts';
import { shared } from '../lib/shared.ts';
import { sendJson } from './send.ts';
import type { Tenant } from './tenant.ts';

/** Probes come often and from anybody; what they are told is at most this old. */
const FRESH_MS = 5_000;

/** What readiness looks at. */
export interface HealthParts {
    tenants: readonly Tenant[];
    isStoreReachable(): Promise<boolean>;
}

/**
 * `/healthz`: the process is alive. `/readyz`: its dependencies are reachable; 503 while the store takes no new work or
 * every tenant's Salesforce is away, since then nobody can block. One tenant's trouble alone does not take the others'
 * proxy away.
 */
export function healthRoutes({ tenants, isStoreReachable }: HealthParts): Router {
    const { router, at } = exactRouter();
    const readinessOnce = shared(() => readinessOf({ tenants, isStoreReachable }), FRESH_MS);
    at('/healthz')
        .get((_req, res) => {
            sendJson(res, { status: 'alive' });
        })
        .all(allowedMethods('GET'));
    at('/readyz')
        .get(async (_req, res) => {
            const readiness = await readinessOnce();
            sendJson(res.status(readiness.status === 'ready' ? 200 : 503), readiness);
        })
        .all(allowedMethods('GET'));
    return router;
}

async function readinessOf({ tenants, isStoreReachable }: HealthParts) {
    const [store, ...reached] = await Promise.all([
        isStoreReachable(),
        ...tenants.map(async (tenant) => [tenant.name, await tenant.reachability()] as const)
    ]);
    const ready = store && reached.some(([, { salesforce }]) => salesforce);
    return {
        status: ready ? 'ready' : 'not-ready',
        store: store ? 'reachable' : 'unreachable',
        tenants: Object.fromEntries(reached.map(([name, it]) => [name, inWords(it)]))
    };
}

function inWords<K extends string>(reached: Record<K, boolean>): Record<string, 'reachable' | 'unreachable'> {
    return Object.fromEntries(
        Object.entries(reached).map(([name, isReachable]) => [name, isReachable ? 'reachable' : 'unreachable'])
    );
}
