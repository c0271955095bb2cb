import assert from 'node:assert/strict';
import { before, beforeEach, type TestContext } from 'node:test';
import type { ApiCall } from '../../sandbox/gotallo/local-gotallo.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import type { SeededRecord } from '../../sandbox/seed/seed.ts';
import type { ConsolePage } from './console-page.ts';
import { newWindow, openConsole, pathOf, recordIn, type PageOptions, type Preferences } from './open-console.ts';
import { giveBack, sharedBrowser, sharedSandbox, takeWindow, type SandboxKind } from './shared.ts';

/** How a test opens a page. */
interface OpenOptions extends PageOptions {
    preferences?: Preferences;
    /** For a test that moves the clock of its window or takes it offline: it is then of no use to others. */
    isThrownAway?: boolean;
}

export interface ConsoleForFile {
    readonly sandbox: Sandbox;
    /** A fresh page with nothing remembered, in a window of its own; warnings and errors in its console fail the test. */
    openConsole(t: TestContext, options?: OpenOptions): Promise<ConsolePage>;
    /** The same, on the page of that person's record; `query` such as `lang=de`. */
    openRecord(t: TestContext, name: string, options?: OpenOptions & { query?: string }): Promise<ConsolePage>;
    /** The seeded record of that person. */
    recordOf(name: string): SeededRecord;
    /**
     * What GoTallo was asked about that person since the reset or the last `resetCounts`. Beside it the proxy may still
     * be carrying on what an earlier test has left in doubt.
     */
    callsAbout(name: string): ApiCall[];
}

/**
 * A sandbox and a browser for the tests of a group; every test starts from the seeded people, and counts from 0.
 * @param proxyEnv settings of the proxy beside the sandbox's own
 * @param options whether the proxy may read from GoTallo, and whether a block by state keeps anything out
 */
export function consoleForFile(
    proxyEnv: Record<string, string> = {},
    options: Pick<SandboxKind, 'read' | 'keptOut'> = {}
): ConsoleForFile {
    let started: Sandbox | undefined;
    const sandbox = (): Sandbox => {
        if (started === undefined) throw new Error('The sandbox is there only while tests run.');
        return started;
    };
    before(async () => {
        [started] = await Promise.all([sharedSandbox({ proxyEnv, ...options }), sharedBrowser()]);
    });
    beforeEach(async () => {
        sandbox().gotallo.faults.clear();
        await sandbox().reset();
        sandbox().resetCounts();
    });
    return {
        get sandbox() {
            return sandbox();
        },
        openConsole: (t, page = {}) => openForTest(t, sandbox().url, page),
        async openRecord(t, name, { query = '', ...page } = {}) {
            const path = pathOf(recordIn(sandbox(), name), query);
            const console = await openForTest(t, sandbox().url, { ...page, path });
            await console.untilShown();
            return console;
        },
        recordOf: (name) => recordIn(sandbox(), name),
        callsAbout(name) {
            const { conversationId } = recordIn(sandbox(), name);
            return sandbox().gotallo.calls.filter(({ path }) => path.includes(`/${conversationId}/`));
        }
    };
}

/** Opens a page that closes with the test, which fails when there was a warning or an error in its console. */
async function openForTest(
    t: TestContext,
    url: string,
    { preferences, isThrownAway = preferences !== undefined, ...options }: OpenOptions
): Promise<ConsolePage> {
    const window = isThrownAway ? await newWindow(await sharedBrowser(), preferences) : await takeWindow();
    const { console, messages } = await openConsole(window, url, options);
    t.after(async () => {
        await (isThrownAway ? window.context().close() : giveBack(window, `${url}/console.css`));
        assert.deepEqual(messages, [], "in the browser's console");
    });
    return console;
}
