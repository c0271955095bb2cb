import assert from 'node:assert/strict';
import { after, before, beforeEach, type TestContext } from 'node:test';
import type { Browser } from 'playwright-core';
import type { Sandbox, SandboxOptions } from '../../sandbox/sandbox.ts';
import { startSandbox } from '../../sandbox/start-sandbox.ts';
import { launchBrowser } from './browser.ts';
import { ConsolePage } from './console-page.ts';

/** How long a person is made to wait at most before a test gives up. */
const PATIENCE_MS = 15_000;

/** What a window is opened with. */
export interface WindowOptions {
    width?: number;
    height?: number;
    /** Path and parameters of the page, such as `/side-by-side` or `/?user=sam&lang=de`. */
    path?: string;
}

export interface ConsoleForFile {
    readonly sandbox: Sandbox;
    /** A fresh page with nothing remembered; errors in it fail the test. */
    openConsole(t: TestContext, options?: WindowOptions): Promise<ConsolePage>;
}

/**
 * One sandbox and one browser for a test file; every test starts from the seeded people, and counts from 0.
 * @param proxyEnv settings of the proxy beside the sandbox's own
 * @param options whether the proxy may read from GoTallo
 */
export function consoleForFile(
    proxyEnv: Record<string, string> = {},
    options: Pick<SandboxOptions, 'read'> = {}
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
    const running = (): Sandbox => {
        if (sandbox === undefined) throw new Error('The sandbox runs only while tests run.');
        return sandbox;
    };
    return {
        get sandbox() {
            return running();
        },
        async openConsole(t, { width = 1440, height = 900, path = '/' } = {}) {
            if (browser === undefined) throw new Error('The browser runs only while tests run.');
            const context = await browser.newContext({
                viewport: { width, height },
                locale: 'en-US',
                timezoneId: 'UTC'
            });
            context.setDefaultTimeout(PATIENCE_MS);
            const page = await context.newPage();
            const errors: string[] = [];
            page.on('pageerror', (error) => errors.push(error.message));
            t.after(async () => {
                await context.close();
                assert.deepEqual(errors, [], 'errors in the page');
            });
            await page.goto(running().url + path);
            return new ConsolePage(page);
        }
    };
}
