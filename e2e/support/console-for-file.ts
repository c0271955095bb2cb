import assert from 'node:assert/strict';
import { after, before, beforeEach, type TestContext } from 'node:test';
import type { Browser } from 'playwright-core';
import type { ApiCall } from '../../sandbox/gotallo/local-gotallo.ts';
import type { Sandbox, SandboxOptions } from '../../sandbox/sandbox.ts';
import type { SeededRecord } from '../../sandbox/seed/seed.ts';
import { startSandbox } from '../../sandbox/start-sandbox.ts';
import { launchBrowser } from './browser.ts';
import type { ConsolePage } from './console-page.ts';
import { openConsole, pathOf, recordIn, type WindowOptions } from './open-console.ts';

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
        openConsole: (t, window = {}) => openForTest(t, running(browser), running(sandbox).url, window),
        async openRecord(t, name, { query = '', ...window } = {}) {
            const path = pathOf(recordIn(running(sandbox), name), query);
            const console = await openForTest(t, running(browser), running(sandbox).url, { ...window, path });
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

/** Opens a page that closes with the test, which fails when there were errors in it. */
async function openForTest(t: TestContext, browser: Browser, url: string, window: WindowOptions): Promise<ConsolePage> {
    const { console, errors, close } = await openConsole(browser, url, window);
    t.after(async () => {
        await close();
        assert.deepEqual(errors, [], 'errors in the page');
    });
    return console;
}

function running<T>(part: T | undefined): T {
    if (part === undefined) throw new Error('The sandbox and the browser run only while tests run.');
    return part;
}
