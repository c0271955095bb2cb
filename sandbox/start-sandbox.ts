import { copyPreparedDatabase } from '../scripts/prepared-database.ts';
import { breakSetup } from './break-setup.ts';
import type { SandboxClock } from './clock/sandbox-clock.ts';
import { buildConsole } from './bundle/build-console.ts';
import { countsOf, resetCounts } from './counts.ts';
import { assertFree, listen } from './listen.ts';
import { startLocalServices, type LocalServices } from './local-services.ts';
import { AppBuilder } from './page/app-builder.ts';
import type { AuraControllers } from './page/aura-router.ts';
import { createConsoleApp } from './page/console-app.ts';
import type { SandboxTime } from './page/sandbox-parts.ts';
import { dataFolder, proxyEnvironment } from './proxy-environment.ts';
import { startProxy, type ProxyProcess } from './proxy-process.ts';
import { createRunFolder, removeFolder } from './run-folder.ts';
import type { Sandbox, SandboxOptions } from './sandbox.ts';
import { seed, type SeededRecord } from './seed/seed.ts';
import { setSeededStates } from './seed/set-states.ts';

/** Observations age quickly here, so that the card follows what one does as the customer. */
const PROXY_SETTINGS = { EVIDENCE_SECONDS: '3' };

const BUILDING = 'Building the console page, which is needed once and after changes…';

type Stop = () => Promise<void> | void;

/**
 * Starts the local org, the local GoTallo, the unmodified proxy and the console page.
 * @throws Error when the proxy does not start; the server's error when the port is taken
 */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
    const stops: Stop[] = [];
    const stop = async (): Promise<void> => {
        for (const each of stops.splice(0).reverse()) await each();
    };
    try {
        return { ...(await start(options, stops)), stop };
    } catch (error) {
        await stop();
        throw error;
    }
}

async function start(options: SandboxOptions, stops: Stop[]): Promise<Omit<Sandbox, 'stop'>> {
    // Whether the port is taken is asked before anything is built, but it is opened last: who is answered gets all.
    if (options.port !== 0) await assertFree(options.port);
    const services = await startLocalServices();
    stops.push(services.orgServer.close, services.gotalloServer.close);
    const builder = new AppBuilder();
    const delivery = { isOn: true };
    let seeded: readonly SeededRecord[] = [];
    const reset = async (): Promise<void> => {
        services.webhooks.reset();
        builder.reset();
        delivery.isOn = true;
        seeded = seed(services.org, services.gotallo);
        await setSeededStates(seeded, services.credential);
    };
    const starting = startOwnProxy(services, options, stops);
    const building = buildConsole(() => options.onStep?.(BUILDING));
    // Both are over before anything is stopped, so that nothing is left behind when one fails.
    await Promise.allSettled([starting, building]);
    const [proxy, bundle] = [await starting, await building];
    await reset();
    const time = timeOf(services.clock, proxy);
    const breaks = { ...services, time, seeded: () => seeded };
    const parts = { ...breaks, builder, delivery, reset, breakSetup: () => breakSetup(breaks) };
    const front = await listen(createConsoleApp(parts, controllersOf(services), bundle), options.port);
    stops.push(front.close);
    resetCounts(services);
    return { ...handleOf(services, proxy), time, url: front.url, records: () => seeded, reset };
}

function controllersOf({ controller, setupController }: LocalServices): AuraControllers {
    return { GoTalloConversationController: controller, GoTalloSetupController: setupController };
}

/** One time for all: the proxy's process first, so that nobody is told of a time that it does not know yet. */
function timeOf(clock: SandboxClock, proxy: ProxyProcess): SandboxTime {
    return {
        ahead: () => clock.ahead,
        move: async (milliseconds) => {
            await proxy.setClock(clock.ahead + milliseconds);
            clock.ahead += milliseconds;
        }
    };
}

async function startOwnProxy(services: LocalServices, options: SandboxOptions, stops: Stop[]): Promise<ProxyProcess> {
    const folder = createRunFolder();
    stops.push(() => removeFolder(folder));
    const proxyEnv = { ...PROXY_SETTINGS, ...options.proxyEnv };
    await copyPreparedDatabase(dataFolder(folder));
    const proxy = await startProxy(proxyEnvironment(folder, services, { ...options, proxyEnv }));
    stops.push(proxy.stop);
    services.credential.url = proxy.url;
    services.webhooks.url = `${proxy.url}/v1/webhooks/gotallo/${services.webhookSecret}`;
    return proxy;
}

function handleOf(
    services: LocalServices,
    proxy: ProxyProcess
): Omit<Sandbox, 'url' | 'time' | 'records' | 'reset' | 'stop'> {
    const { org, gotallo } = services;
    return {
        org,
        orgUrl: services.orgServer.url,
        gotallo,
        gotalloUrl: services.gotalloServer.url,
        gotalloAccess: services.access,
        webhooks: services.webhooks,
        proxyUrl: proxy.url,
        proxyLog: proxy.log,
        tokenOf: (username) => {
            const user = org.findUser(username);
            if (!user) throw new Error(`The local org has no user ${username}.`);
            return org.sessions.open(user);
        },
        counts: () => countsOf(services),
        resetCounts: () => resetCounts(services),
        stopProxy: proxy.stop,
        restartProxy: proxy.restart
    };
}
