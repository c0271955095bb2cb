import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import type { SeededRecord } from '../../sandbox/seed/seed.ts';
import { keepMessages } from './console-messages.ts';
import { ConsolePage } from './console-page.ts';

/** How long a test waits at most for what a person would see; on a busy machine that may take long. */
export const PATIENCE_MS = 30_000;

/** How a page is opened in a window. */
export interface PageOptions {
    width?: number;
    height?: number;
    /** Path and parameters of the page, such as `/side-by-side` or `/?user=sam&lang=de`. */
    path?: string;
}

/** What the person has set in the system or the browser, such as `reducedMotion`, and what the screen is like. */
export type Preferences = Pick<BrowserContextOptions, 'reducedMotion' | 'forcedColors' | 'deviceScaleFactor'>;

/** A console page in a window. */
export interface OpenConsole {
    console: ConsolePage;
    /** Warnings and errors in the browser's console so far. */
    messages: readonly string[];
}

/** The empty page of a window with nothing remembered. */
export async function newWindow(browser: Browser, preferences: Preferences = {}): Promise<Page> {
    const window = await browser.newContext({ locale: 'en-US', timezoneId: 'UTC', ...preferences });
    window.setDefaultTimeout(PATIENCE_MS);
    return window.newPage();
}

/** Opens the console in a page. */
export async function openConsole(
    page: Page,
    url: string,
    { width = 1440, height = 1200, path = '/' }: PageOptions
): Promise<OpenConsole> {
    await page.setViewportSize({ width, height });
    const messages = keepMessages(page);
    await page.goto(url + path);
    return { console: new ConsolePage(page), messages };
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
