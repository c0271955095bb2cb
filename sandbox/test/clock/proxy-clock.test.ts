import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { HistoryView } from '#contract';
import { startLocalServices, type LocalServices } from '../../local-services.ts';
import { AGENTS, ORGANIZATION_ID, type OrgUser } from '../../org/users.ts';
import { proxyEnvironment } from '../../proxy-environment.ts';
import { startProxy, type ProxyProcess } from '../../proxy-process.ts';
import { createRunFolder, removeFolder } from '../../run-folder.ts';
import { seed } from '../../seed/seed.ts';

const DAY = 24 * 60 * 60 * 1000;
const [ANA] = AGENTS as readonly [OrgUser];

describe("the proxy's clock", () => {
    const folder = createRunFolder();
    const stops: (() => Promise<void> | void)[] = [() => removeFolder(folder)];
    let services: LocalServices;
    let proxy: ProxyProcess;
    let path: string;

    before(async () => {
        services = await startLocalServices();
        stops.push(services.orgServer.close, services.gotalloServer.close);
        proxy = await startProxy(proxyEnvironment(folder, services, {}));
        stops.push(proxy.stop);
        services.credential.url = proxy.url;
        const [maria] = seed(services.org, services.gotallo);
        path = `/v1/conversations/${maria?.conversationId}`;
    });

    after(async () => {
        for (const stop of stops.reverse()) await stop();
    });

    async function send(method: 'GET' | 'PUT' | 'DELETE', to: string, body: object | null = null): Promise<object> {
        const headers = { 'Content-Type': 'application/json', 'X-Salesforce-Org-Id': ORGANIZATION_ID };
        const text = body && JSON.stringify(body);
        const request = { method, path: to, headers, body: text, timeoutMilliseconds: 30_000 };
        return JSON.parse((await services.credential.send(request, ANA)).body) as object;
    }

    async function newest(): Promise<number> {
        const { operations } = (await send('GET', `${path}/history`)) as HistoryView;
        return Date.parse(operations[0]?.acceptedAt ?? '');
    }

    it('moves for what its store writes down by the clock of the database', async () => {
        await send('PUT', `${path}/block`, { reason: 'Spam' });
        const before = await newest();
        assert.ok(Math.abs(before - Date.now()) < 60_000);

        await proxy.setClock(7 * DAY);
        services.clock.ahead = 7 * DAY;
        await send('DELETE', `${path}/block`);
        const passed = (await newest()) - before;
        assert.ok(passed >= 7 * DAY && passed < 7 * DAY + 60_000, `${passed} ms have passed`);
    });

    it('is told to who has ended, without waiting for an answer', async () => {
        await proxy.stop();
        await proxy.setClock(DAY);
    });
});
