import type { Locator } from 'playwright-core';

/** Waits until the element shows this text; fails with what it shows instead when the page's patience is over. */
export async function untilText(locator: Locator, text: string | RegExp): Promise<void> {
    try {
        await locator.filter({ hasText: text }).waitFor();
    } catch (error) {
        const shown = (await locator.allInnerTexts()).join(' | ');
        throw new Error(`Expected "${String(text)}" and saw "${shown}".`, { cause: error });
    }
}
