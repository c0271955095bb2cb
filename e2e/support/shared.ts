import { after } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import type { Sandbox, SandboxOptions } from '../../sandbox/sandbox.ts';
import { startSandbox } from '../../sandbox/start-sandbox.ts';
import { launchBrowser } from './browser.ts';
import { newWindow } from './open-console.ts';

/** What makes a sandbox another one. */
export type SandboxKind = Pick<SandboxOptions, 'proxyEnv' | 'read' | 'keptOut'>;

/*
 * To start a sandbox and a browser takes as long as several tests, so the test files of one process share them. All of it
 * ends when the last of these files is over.
 */
const sandboxes = new Map<string, Promise<Sandbox>>();
const idleWindows: Page[] = [];
let browser: Promise<Browser> | undefined;

after(async () => {
    // What could not be started has failed its tests already, and needs no end.
    await browser?.then((running) => running.close()).catch(() => {});
    for (const sandbox of sandboxes.values()) await sandbox.then((running) => running.stop()).catch(() => {});
});

/** The sandbox that is started in this way, once for this process. */
export function sharedSandbox(kind: SandboxKind): Promise<Sandbox> {
    const key = JSON.stringify(kind);
    const sandbox = sandboxes.get(key) ?? startSandbox({ port: 0, ...kind });
    sandboxes.set(key, sandbox);
    return sandbox;
}

/** The browser of this process. */
export function sharedBrowser(): Promise<Browser> {
    browser ??= launchBrowser();
    return browser;
}

/**
 * The page of a window with nothing remembered, for as long as a test wants it. One that was used before has the scripts of
 * the console compiled, so it loads in half the time.
 */
export async function takeWindow(): Promise<Page> {
    return idleWindows.pop() ?? newWindow(await sharedBrowser());
}

/**
 * Takes everything back that a test may have done to the window.
 * @param emptyUrl an address of the same site without scripts: elsewhere, the browser would give up what it has compiled
 */
export async function giveBack(page: Page, emptyUrl: string): Promise<void> {
    page.removeAllListeners();
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.context().setOffline(false);
    await page.context().clearCookies();
    await page.mouse.move(0, 0);
    await page.goto(emptyUrl);
    await page.evaluate(() => {
        sessionStorage.clear();
        localStorage.clear();
    });
    idleWindows.push(page);
}
