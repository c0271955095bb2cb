import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openStore } from '../../src/store/store.ts';
import { storeForFile } from '../support/journal.ts';
import { temporaryFolder } from '../support/proxy-process.ts';
import { runningApp } from '../support/running-app.ts';

describe('health', () => {
    const file = storeForFile();

    it('is alive without asking anybody', async (t) => {
        const app = await runningApp(t, { store: file.store, salesforce: 'down' });
        const { status, body } = await app.call('GET', '/healthz', { token: null });
        assert.equal(status, 200);
        assert.deepEqual(body, { status: 'alive' });
        assert.deepEqual(app.toGoTallo, []);
    });

    it('is ready when the store, Salesforce and GoTallo answer', async (t) => {
        const app = await runningApp(t, { store: file.store });
        const { status, body } = await app.call('GET', '/readyz', { token: null });
        assert.equal(status, 200);
        assert.deepEqual(body, {
            status: 'ready',
            store: 'reachable',
            tenants: { acme: { salesforce: 'reachable', gotallo: 'reachable' } }
        });
        assert.ok(app.toSalesforce.every(({ headers }) => headers.authorization === undefined));
    });

    it('is not ready, and says why, while Salesforce is down', async (t) => {
        const app = await runningApp(t, { store: file.store, salesforce: 'down' });
        const { status, body } = await app.call('GET', '/readyz', { token: null });
        assert.equal(status, 503);
        assert.deepEqual(body, {
            status: 'not-ready',
            store: 'reachable',
            tenants: { acme: { salesforce: 'unreachable', gotallo: 'reachable' } }
        });
    });

    it('is not ready, and says why, when the store is gone', async (t) => {
        const store = await openStore({ dataDir: 'memory://' });
        const app = await runningApp(t, { store });
        await store.close();
        const { status, body } = await app.call('GET', '/readyz', { token: null });
        assert.equal(status, 503);
        assert.equal((body as unknown as { store: string }).store, 'unreachable');
    });

    it('is not ready, and says why, when the store answers but has no room for new work', async (t) => {
        const store = await openStore({ dataDir: await temporaryFolder(t) }, { reserveBytes: Number.MAX_SAFE_INTEGER });
        t.after(() => store.close());
        const app = await runningApp(t, { store });
        const { status, body } = await app.call('GET', '/readyz', { token: null });
        assert.equal(status, 503);
        assert.equal((body as unknown as { store: string }).store, 'unreachable');
    });

    it('asks Salesforce and GoTallo once for many probes', async (t) => {
        const app = await runningApp(t, { store: file.store });
        await Promise.all([1, 2, 3].map(() => app.call('GET', '/readyz', { token: null })));
        assert.equal(app.toSalesforce.length, 1);
        assert.equal(app.toGoTallo.length, 1);
    });

    it('takes only GET', async (t) => {
        const app = await runningApp(t, { store: file.store });
        const { status, headers } = await app.call('DELETE', '/readyz', { token: null });
        assert.equal(status, 405);
        assert.equal(headers.get('allow'), 'GET');
    });
});
