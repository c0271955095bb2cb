import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { consoleForFile } from './support/console-for-file.ts';
import { choose, focusName, isFocusLost, openDialog, tabTo, untilFocus } from './support/keyboard.ts';
import { untilText } from './support/until.ts';

describe('without a mouse', () => {
    const file = consoleForFile();

    it('goes from block to unblock, and focus moves to the button that replaces the pressed one', async (t) => {
        const console = await file.openConsole(t);
        await console.open('Maria Lopez');
        await console.blockButton.focus();
        await openDialog(console.page);

        await tabTo(console.page, /Reason/);
        await choose(console.page, 'ArrowDown');
        await tabTo(console.page, /^Block$/);
        await console.page.keyboard.press('Enter');

        await untilText(console.badge, 'Blocked');
        await untilFocus(console.page, /^Unblock Maria Lopez/);
        await console.page.keyboard.press('Enter');
        await untilText(console.badge, 'Open');
        await untilFocus(console.page, /^Block Maria Lopez/);
    });

    it('goes from block to change, to unblock after a question, and back by undo, and focus is never lost', async (t) => {
        const console = await file.openRecord(t, 'Nora Lind');
        const { page } = console;
        const { keyboard } = page;
        await tabTo(page, /^Block Nora Lind/);
        await openDialog(page);
        await tabTo(page, /Reason/);
        await choose(page, 'ArrowDown');
        await tabTo(page, /Note/);
        await keyboard.type('Seen twice');
        await tabTo(page, /^Block$/);
        await keyboard.press('Enter');
        await untilText(console.badge, 'Blocked');
        await console.dialog.waitFor({ state: 'hidden' });
        await untilFocus(page, /^Unblock Nora Lind/);

        await keyboard.press('Shift+Tab');
        await untilFocus(page, /^Change block/);
        await openDialog(page);
        await tabTo(page, /Block for/);
        await choose(page, 'Home', 'ArrowDown');
        await tabTo(page, /^Save$/);
        await keyboard.press('Enter');
        await untilText(console.announced, 'The block was changed');
        await console.dialog.waitFor({ state: 'hidden' });
        await untilFocus(page, /^Change block/);

        await keyboard.press('Tab');
        await keyboard.press('Enter');
        await console.question.waitFor();
        await untilFocus(page, /^Keep blocked$/);
        await keyboard.press('Escape');
        await untilFocus(page, /^Unblock Nora Lind/);
        await untilText(console.badge, 'Blocked');
        await keyboard.press('Enter');
        await untilFocus(page, /^Keep blocked$/);
        await keyboard.press('Tab');
        await keyboard.press('Enter');
        await untilText(console.badge, 'Open');
        await untilFocus(page, /^Block Nora Lind/);

        await shiftTabTo(console.page, /^Undo/);
        await keyboard.press('Enter');
        await untilText(console.badge, 'Blocked');
        await console.undoStrip.waitFor({ state: 'hidden' });
        assert.equal(await isFocusLost(page), false);
        await untilFocus(page, /^(Unblock|Change block)/);
    });

    it('opens the history, and closes it again', async (t) => {
        const console = await file.openRecord(t, 'Omar Haddad');
        const { page } = console;
        await console.history.getByRole('button', { name: 'History' }).focus();
        await page.keyboard.press('Enter');
        await console.history.getByRole('listitem').first().waitFor();
        await untilFocus(page, /^History$/);
        await page.keyboard.press(' ');
        await console.history.getByRole('list').waitFor({ state: 'detached' });
        await untilFocus(page, /^History$/);
    });

    it('keeps focus in the card when a colleague takes the button away that has it', async (t) => {
        const console = await file.openRecord(t, 'Nora Lind');
        await console.page.waitForResponse(/sandbox\/events.*after=/);
        await console.button(/^Close/).focus();
        const colleague = await file.openRecord(t, 'Nora Lind', { query: 'user=sam' });
        await colleague.block({ reason: 'Spam' });
        await untilText(console.badge, 'Blocked');
        await untilFocus(console.page, /^Unblock Nora Lind/);
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

async function shiftTabTo(page: Page, name: RegExp): Promise<void> {
    for (let presses = 0; presses < 15; presses += 1) {
        if (name.test((await focusName(page)).trim())) return;
        await page.keyboard.press('Shift+Tab');
    }
    assert.fail(`Shift and Tab never reached ${String(name)}; focus is on "${await focusName(page)}".`);
}
