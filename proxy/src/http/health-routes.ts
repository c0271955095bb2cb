import { Router } from 'express';
import { allowedMethods } from './allowed-methods.ts';
import type { Tenant } from './tenant.ts';

/** What readiness looks at. */
export interface HealthParts {
    tenants: readonly Tenant[];
    isStoreReachable(): Promise<boolean>;
}

/**
 * `/healthz`: the process is alive. `/readyz`: its dependencies are reachable; 503 while the store or every tenant's
 * Salesforce is not, since then nobody can be served. One tenant's trouble alone does not take the others' proxy away.
 */
export function healthRoutes({ tenants, isStoreReachable }: HealthParts): Router {
    const router = Router();
    router
        .route('/healthz')
        .get((_req, res) => {
            res.json({ status: 'alive' });
        })
        .all(allowedMethods('GET'));
    router
        .route('/readyz')
        .get(async (_req, res) => {
            const [store, ...reached] = await Promise.all([
                isStoreReachable(),
                ...tenants.map(async (tenant) => [tenant.name, await tenant.reachability()] as const)
            ]);
            const ready = store && reached.some(([, { salesforce }]) => salesforce);
            res.status(ready ? 200 : 503).json({
                status: ready ? 'ready' : 'not-ready',
                store: store ? 'reachable' : 'unreachable',
                tenants: Object.fromEntries(reached.map(([name, it]) => [name, inWords(it)]))
            });
        })
        .all(allowedMethods('GET'));
    return router;
}

function inWords<K extends string>(reached: Record<K, boolean>): Record<string, 'reachable' | 'unreachable'> {
    return Object.fromEntries(
        Object.entries(reached).map(([name, isReachable]) => [name, isReachable ? 'reachable' : 'unreachable'])
    );
}
