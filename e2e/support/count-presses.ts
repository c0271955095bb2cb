import type { Page } from 'playwright-core';

/** What a person has pressed: with the pointer, and on the keyboard. */
export interface Presses {
    clicks: number;
    keys: number;
}

declare global {
    interface Window {
        presses: Presses;
    }
}

/** Counts from now on what the browser takes for the acts of a person. A text that is inserted is none. */
export async function countPresses(page: Page): Promise<() => Promise<Presses>> {
    await page.evaluate(() => {
        const presses = { clicks: 0, keys: 0 };
        window.presses = presses;
        addEventListener('pointerdown', ({ isTrusted }) => (presses.clicks += Number(isTrusted)), true);
        addEventListener('keydown', ({ isTrusted }) => (presses.keys += Number(isTrusted)), true);
    });
    return () => page.evaluate(() => window.presses);
}
