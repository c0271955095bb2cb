import assert from 'node:assert/strict';
import { after, before, beforeEach, type TestContext } from 'node:test';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import type { ApiCall } from '../../sandbox/gotallo/local-gotallo.ts';
import type { Sandbox, SandboxOptions } from '../../sandbox/sandbox.ts';
import type { SeededRecord } from '../../sandbox/seed/seed.ts';
import { startSandbox } from '../../sandbox/start-sandbox.ts';
import { launchBrowser } from './browser.ts';
import { ConsolePage } from './console-page.ts';

/** How long a test waits at most for what a person would see; on a busy machine that may take long. */
export const PATIENCE_MS = 30_000;

/** What a window is opened with. */
export interface WindowOptions {
    width?: number;
    height?: number;
    /** Path and parameters of the page, such as `/side-by-side` or `/?user=sam&lang=de`. */
    path?: string;
    /** What the person has set in the system or the browser, such as `reducedMotion`. */
    preferences?: Pick<BrowserContextOptions, 'reducedMotion' | 'forcedColors'>;
}

export interface ConsoleForFile {
    readonly sandbox: Sandbox;
    /** A fresh page with nothing remembered; errors in it fail the test. */
    openConsole(t: TestContext, options?: WindowOptions): Promise<ConsolePage>;
    /** The same, on the page of that person's record; `query` such as `lang=de`. */
    openRecord(t: TestContext, name: string, options?: WindowOptions & { query?: string }): Promise<ConsolePage>;
    /** The seeded record of that person. */
    recordOf(name: string): SeededRecord;
    /**
     * What GoTallo was asked about that person since the reset or the last `resetCounts`. Beside it the proxy may still
     * be carrying on what an earlier test has left in doubt.
     */
    callsAbout(name: string): ApiCall[];
}

/**
 * One sandbox and one browser for a test file; every test starts from the seeded people, and counts from 0.
 * @param proxyEnv settings of the proxy beside the sandbox's own
 * @param options whether the proxy may read from GoTallo, and whether a block by state keeps anything out
 */
export function consoleForFile(
    proxyEnv: Record<string, string> = {},
    options: Pick<SandboxOptions, 'read' | 'keptOut'> = {}
): ConsoleForFile {
    let sandbox: Sandbox | undefined;
    let browser: Browser | undefined;
    before(async () => {
        const starting = startSandbox({ port: 0, proxyEnv, ...options });
        const launching = launchBrowser();
        // Both are over before anything else, so that what did start is ended when the other fails.
        await Promise.allSettled([starting, launching]);
        browser = await launching;
        sandbox = await starting;
    });
    after(async () => {
        await browser?.close();
        await sandbox?.stop();
    });
    beforeEach(async () => {
        sandbox?.gotallo.faults.clear();
        await sandbox?.reset();
        sandbox?.resetCounts();
    });
    return {
        get sandbox() {
            return running(sandbox);
        },
        openConsole: (t, window = {}) => openConsole(t, running(browser), running(sandbox).url, window),
        async openRecord(t, name, { query = '', ...window } = {}) {
            const { object, recordId } = recordIn(running(sandbox), name);
            const path = `/lightning/r/${object}/${recordId}/view?${query}`;
            const console = await openConsole(t, running(browser), running(sandbox).url, { ...window, path });
            await console.untilShown();
            return console;
        },
        recordOf: (name) => recordIn(running(sandbox), name),
        callsAbout(name) {
            const { conversationId } = recordIn(running(sandbox), name);
            return running(sandbox).gotallo.calls.filter(({ path }) => path.includes(`/${conversationId}/`));
        }
    };
}

async function openConsole(
    t: TestContext,
    browser: Browser,
    url: string,
    { width = 1440, height = 1200, path = '/', preferences = {} }: WindowOptions
): Promise<ConsolePage> {
    const context = await browser.newContext({
        viewport: { width, height },
        locale: 'en-US',
        timezoneId: 'UTC',
        ...preferences
    });
    context.setDefaultTimeout(PATIENCE_MS);
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    t.after(async () => {
        await context.close();
        assert.deepEqual(errors, [], 'errors in the page');
    });
    await page.goto(url + path);
    return new ConsolePage(page);
}

function recordIn(sandbox: Sandbox, name: string): SeededRecord {
    const records = sandbox.records();
    const found = records.find(({ person: { customer } }) => name === `${customer.firstName} ${customer.lastName}`);
    if (!found) throw new Error(`Nobody in the sandbox is called ${name}.`);
    return found;
}

function running<T>(part: T | undefined): T {
    if (part === undefined) throw new Error('The sandbox and the browser run only while tests run.');
    return part;
}
