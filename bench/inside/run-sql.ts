/**
 * Loaded before the proxy: takes SQL for its embedded store, which nobody else can open while it runs. Nothing of the
 * proxy is changed by it.
 */
import { PGlite } from '@electric-sql/pglite';
import { takeOrders } from './control.ts';

let opened: PGlite | undefined;
const create = PGlite.create.bind(PGlite) as (...args: unknown[]) => Promise<PGlite>;
const keeping = async (...args: unknown[]): Promise<PGlite> => (opened = await create(...args));
Object.assign(PGlite, { create: keeping });

takeOrders({
    async sql(statement) {
        if (opened === undefined) throw new Error('The proxy has opened no embedded store.');
        await opened.exec(statement);
        return '';
    }
});
