import type { Locator } from 'playwright-core';

/**
 * Waits until the element shows this text, as a part and without regard to upper and lower case; fails with what it
 * shows instead when the page's patience is over.
 */
export async function untilText(locator: Locator, text: string | RegExp): Promise<void> {
    try {
        await locator.filter({ hasText: text }).waitFor();
    } catch (error) {
        const shown = (await locator.allInnerTexts()).join(' | ');
        throw new Error(`Expected "${String(text)}" and saw "${shown}".`, { cause: error });
    }
}

/** Waits until something in the element shows this text and nothing else, in its own upper and lower case. */
export async function untilExactText(locator: Locator, text: string): Promise<void> {
    try {
        await locator.getByText(text, { exact: true }).waitFor();
    } catch (error) {
        const shown = (await locator.allInnerTexts()).join(' | ');
        throw new Error(`Expected "${text}" and saw "${shown}".`, { cause: error });
    }
}
