import type { Locator } from 'playwright-core';

/**
 * Keeps whatever an element says from now on, however short a time.
 * @returns all of it so far, in order
 */
export async function shownTexts(locator: Locator): Promise<() => Promise<string[]>> {
    const texts = await locator.evaluateHandle((element) => {
        const shown: string[] = [];
        new MutationObserver(() => shown.push(element.textContent ?? '')).observe(element, {
            childList: true,
            characterData: true,
            subtree: true
        });
        return shown;
    });
    return () => texts.jsonValue();
}
