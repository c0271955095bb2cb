import type { Browser, BrowserContextOptions } from 'playwright-core';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import type { SeededRecord } from '../../sandbox/seed/seed.ts';
import { ConsolePage } from './console-page.ts';

/** How long a test waits at most for what a person would see; on a busy machine that may take long. */
export const PATIENCE_MS = 30_000;

/** What a window is opened with. */
export interface WindowOptions {
    width?: number;
    height?: number;
    /** Path and parameters of the page, such as `/side-by-side` or `/?user=sam&lang=de`. */
    path?: string;
    /** What the person has set in the system or the browser, such as `reducedMotion`, and what the screen is like. */
    preferences?: Pick<BrowserContextOptions, 'reducedMotion' | 'forcedColors' | 'deviceScaleFactor'>;
}

/** A console page in a window of its own. */
export interface OpenConsole {
    console: ConsolePage;
    /** Messages of the errors in the page so far. */
    errors: readonly string[];
    close(): Promise<void>;
}

/** Opens a page of the console with nothing remembered. */
export async function openConsole(
    browser: Browser,
    url: string,
    { width = 1440, height = 1200, path = '/', preferences = {} }: WindowOptions
): Promise<OpenConsole> {
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
    await page.goto(url + path);
    return { console: new ConsolePage(page), errors, close: () => context.close() };
}

/** The address of the page of a seeded record, below the sandbox's. */
export function pathOf({ object, recordId }: SeededRecord, query = ''): string {
    return `/lightning/r/${object}/${recordId}/view?${query}`;
}

/**
 * The seeded record of that person.
 * @throws Error when nobody is called so
 */
export function recordIn(sandbox: Sandbox, name: string): SeededRecord {
    const records = sandbox.records();
    const found = records.find(({ person: { customer } }) => name === `${customer.firstName} ${customer.lastName}`);
    if (!found) throw new Error(`Nobody in the sandbox is called ${name}.`);
    return found;
}
