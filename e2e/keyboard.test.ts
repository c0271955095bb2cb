import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { consoleForFile } from './support/console-for-file.ts';
import { choose, isFocusLost, openBlockDialog, openDialog, tabTo, untilFocus } from './support/keyboard.ts';
import { untilText } from './support/until.ts';

describe('without a mouse', () => {
    const file = consoleForFile();

    it('goes from block to unblock, and focus moves to the state, never to what does the opposite', async (t) => {
        const console = await file.openConsole(t);
        await console.open('Maria Lopez');
        await console.blockButton.focus();
        await openBlockDialog(console.page);

        await tabTo(console.page, /Reason/);
        await choose(console.page, [['ArrowDown', 'Abuse']]);
        await tabTo(console.page, /^Block$/);
        await console.page.keyboard.press('Enter');

        await untilText(console.badge, 'Blocked');
        await untilFocus(console.page, /^Maria Lopez[^]*Blocked$/);
        await console.letUndoEnd();
        await untilFocus(console.page, /^Maria Lopez[^]*Blocked$/);
        await tabTo(console.page, /^Unblock Maria Lopez/);
        await console.page.keyboard.press('Enter');
        await untilText(console.badge, 'Open');
        await untilFocus(console.page, /^Maria Lopez[^]*Open$/);
    });

    it('goes from block to change, to unblock after a question, and back by undo, and focus is never lost', async (t) => {
        const console = await file.openRecord(t, 'Nora Lind');
        const { page } = console;
        const { keyboard } = page;
        await tabTo(page, /^Block Nora Lind/);
        await openBlockDialog(page);
        await tabTo(page, /Reason/);
        await choose(page, [['ArrowDown', 'Abuse']]);
        await tabTo(page, /Note/);
        await keyboard.type('Seen twice');
        await tabTo(page, /^Block$/);
        await keyboard.press('Enter');
        await untilText(console.badge, 'Kept out');
        await console.dialog.waitFor({ state: 'hidden' });
        await untilFocus(page, /^Nora Lind[^]*Kept out$/);

        await tabTo(page, /^Change block/);
        await openDialog(page);
        await tabTo(page, /Block for/);
        await choose(page, [
            ['Home', 'No change'],
            ['ArrowDown', '1 hour']
        ]);
        await tabTo(page, /^Save$/);
        await keyboard.press('Enter');
        await untilText(console.announced, 'The block was changed');
        await console.dialog.waitFor({ state: 'hidden' });
        await untilFocus(page, /^Nora Lind[^]*Kept out$/);

        await tabTo(page, /^Unblock Nora Lind/);
        await keyboard.press('Enter');
        await console.question.waitFor();
        await untilFocus(page, /^Keep blocked$/);
        await keyboard.press('Escape');
        await untilFocus(page, /^Unblock Nora Lind/);
        await untilText(console.badge, 'Kept out');
        await keyboard.press('Enter');
        await untilFocus(page, /^Keep blocked$/);
        await keyboard.press('Tab');
        await keyboard.press('Enter');
        await untilText(console.badge, 'Open');
        await untilFocus(page, /^Nora Lind[^]*Open$/);

        await tabTo(page, /^Undo/);
        await keyboard.press('Enter');
        await untilText(console.badge, 'Kept out');
        await console.undoStrip.waitFor({ state: 'hidden' });
        assert.equal(await isFocusLost(page), false);
        await untilFocus(page, /^Nora Lind[^]*Kept out$/);
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
        await console.untilSubscribed();
        await console.button(/^Close/).focus();
        const colleague = await file.openRecord(t, 'Nora Lind', { query: 'user=sam' });
        await colleague.block({ reason: 'Spam' });
        await untilText(console.badge, 'Kept out');
        await untilFocus(console.page, /^Nora Lind[^]*Kept out$/);
    });

    it('closes the dialog with Escape and gives focus back', async (t) => {
        const console = await file.openConsole(t);
        await console.open('Maria Lopez');
        await console.blockButton.focus();
        await openBlockDialog(console.page);
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
        await console.unblock();
        await untilText(console.card.locator('[aria-live=polite]'), 'Unblocked');
    });
});
