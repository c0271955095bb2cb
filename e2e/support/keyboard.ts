import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';

/** The name of what has focus, through every shadow root. */
async function focusName(page: Page): Promise<string> {
    return page.evaluate(() => {
        let element = document.activeElement;
        while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
        const text = element instanceof HTMLElement ? element.innerText.replace(/\s+/g, ' ') : '';
        const labelled = element instanceof HTMLInputElement ? element.labels?.[0]?.innerText : undefined;
        const area = element instanceof HTMLTextAreaElement ? element.labels[0]?.innerText : undefined;
        return element?.getAttribute('aria-label') ?? labelled ?? area ?? text;
    });
}

/** Whether the page has lost focus: then a screen reader starts again at the top. */
export async function isFocusLost(page: Page): Promise<boolean> {
    return page.evaluate(() => document.activeElement === document.body || document.activeElement === null);
}

/** Presses Tab until something of that name has focus. */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
    for (let presses = 0; presses < 30; presses += 1) {
        if (name.test((await focusName(page)).trim())) return;
        await page.keyboard.press('Tab');
    }
    assert.fail(`Tab never reached ${String(name)}; focus is on "${await focusName(page)}".`);
}

/** Waits until something of that name has focus. */
export async function untilFocus(page: Page, name: RegExp): Promise<void> {
    const isThere = page.waitForFunction((pattern) => {
        let element = document.activeElement;
        while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
        const shown = element?.getAttribute('aria-label') ?? (element instanceof HTMLElement ? element.innerText : '');
        return new RegExp(pattern).test(shown.replace(/\s+/g, ' ').trim());
    }, name.source);
    await isThere.catch(async (cause: unknown) => {
        throw new Error(`Focus is on "${await focusName(page)}" and not on ${String(name)}.`, { cause });
    });
}

/** Opens the dialog by the button that has focus, and waits until the dialog has taken focus: it does so a little late. */
export async function openDialog(page: Page): Promise<void> {
    await page.keyboard.press('Enter');
    await untilFocus(page, /\?$|^Change the block of /);
}

/** Opens the dialog from the block menu, whose button has focus. */
export async function openBlockDialog(page: Page): Promise<void> {
    await page.keyboard.press('Enter');
    await untilFocus(page, /^(?!Block)/);
    await page.keyboard.press('ArrowUp');
    await untilFocus(page, /^With a note or an end…$/);
    await openDialog(page);
}

/**
 * Chooses from the list of the field that has focus.
 *
 * The platform's list marks an option in the next frame, and each key counts from the option that is marked: keys
 * pressed sooner are lost, and Enter without a mark leaves the list open. So this looks at the mark between the keys,
 * as a person does.
 * @param marks the keys to press, each with the option that it must mark
 */
export async function choose(page: Page, marks: readonly (readonly [key: string, option: string])[]): Promise<void> {
    await page.keyboard.press('Enter');
    await untilMarked(page, /./);
    for (const [key, option] of marks) {
        await page.keyboard.press(key);
        await untilMarked(page, new RegExp(`^${option}$`));
    }
    await page.keyboard.press('Enter');
    await page.getByRole('option').first().waitFor({ state: 'hidden' });
}

/** Waits until the list of the field that has focus marks an option of that name. */
async function untilMarked(page: Page, name: RegExp): Promise<void> {
    const isMarked = page.waitForFunction((pattern) => {
        let element = document.activeElement;
        while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
        const id = element?.getAttribute('aria-activedescendant') ?? '';
        const root = element?.getRootNode() as Document | ShadowRoot | undefined;
        const option = root?.querySelector<HTMLElement>(`[id="${id}"]`);
        return new RegExp(pattern).test(option?.innerText.trim() ?? '');
    }, name.source);
    await isMarked.catch((cause: unknown) => {
        throw new Error(`The list never marked ${String(name)}.`, { cause });
    });
}
