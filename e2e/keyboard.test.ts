import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { consoleForFile } from './support/console-for-file.ts';
import { untilText } from './support/until.ts';

describe('without a mouse', () => {
    const file = consoleForFile();

    it('goes from block to unblock, and focus moves to the button that replaces the pressed one', async (t) => {
        const console = await file.openConsole(t);
        await console.open('Maria Lopez');
        await console.blockButton.focus();
        await console.page.keyboard.press('Enter');
        await console.dialog.waitFor();

        await tabTo(console.page, /Reason/);
        await console.page.keyboard.press('Enter');
        await console.page.keyboard.press('ArrowDown');
        await console.page.keyboard.press('Enter');
        await tabTo(console.page, /^Block$/);
        await console.page.keyboard.press('Enter');

        await untilText(console.badge, 'Blocked');
        await untilFocus(console.page, /^Unblock Maria Lopez/);
        await console.page.keyboard.press('Enter');
        await untilText(console.badge, 'Open');
        await untilFocus(console.page, /^Block Maria Lopez/);
    });

    it('closes the dialog with Escape and gives focus back', async (t) => {
        const console = await file.openConsole(t);
        await console.open('Maria Lopez');
        await console.blockButton.focus();
        await console.page.keyboard.press('Enter');
        await console.dialog.waitFor();
        await console.page.keyboard.press('Escape');
        await console.dialog.waitFor({ state: 'hidden' });
        await untilFocus(console.page, /^Block Maria Lopez/);
        await untilText(console.badge, 'Open');
    });

    it('gives focus to Try again when the block fails', async (t) => {
        const console = await file.openConsole(t);
        await console.open('Maria Lopez');
        file.sandbox.gotallo.faults.set('unauthorized');
        await console.block({ reason: 'Spam' });
        await untilText(console.trouble, 'Nothing was changed');
        await console.dialog.waitFor({ state: 'detached' });
        await untilFocus(console.page, /^Try again/);
    });

    it('announces what became of the block', async (t) => {
        const console = await file.openConsole(t);
        await console.open('Maria Lopez');
        await console.block({ reason: 'Spam' });
        await untilText(console.card.locator('[aria-live=polite]'), 'Blocked');
        await console.unblockButton.click();
        await untilText(console.card.locator('[aria-live=polite]'), 'Unblocked');
    });
});

/** The name of what has focus, through every shadow root. */
async function focusName(page: Page): Promise<string> {
    return page.evaluate(() => {
        let element = document.activeElement;
        while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
        const text = element instanceof HTMLElement ? element.innerText : '';
        const labelled = element instanceof HTMLInputElement ? element.labels?.[0]?.innerText : undefined;
        return element?.getAttribute('aria-label') ?? labelled ?? text;
    });
}

async function tabTo(page: Page, name: RegExp): Promise<void> {
    for (let presses = 0; presses < 20; presses += 1) {
        if (name.test((await focusName(page)).trim())) return;
        await page.keyboard.press('Tab');
    }
    assert.fail(`Tab never reached ${String(name)}; focus is on "${await focusName(page)}".`);
}

async function untilFocus(page: Page, name: RegExp): Promise<void> {
    await page.waitForFunction((pattern) => {
        let element = document.activeElement;
        while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
        const shown = element?.getAttribute('aria-label') ?? (element instanceof HTMLElement ? element.innerText : '');
        return new RegExp(pattern).test(shown.trim());
    }, name.source);
}
