import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertAccessible } from './support/accessibility.ts';
import { consoleForFile } from './support/console-for-file.ts';
import { tabTo, untilFocus } from './support/keyboard.ts';
import { screenshot } from './support/screenshots.ts';
import { untilText } from './support/until.ts';

describe('Block as a menu', () => {
    const file = consoleForFile();

    it('says what a block does here, and blocks with two clicks, which Undo takes back', async (t) => {
        const console = await file.openRecord(t, 'Maria Lopez');
        await console.blockButton.click();
        await console.entry('Spam').waitFor();
        await untilText(console.card, 'They can no longer write to you on WhatsApp.');
        await assertAccessible(console.card);
        await screenshot(console.page, 'block-menu');
        await console.entry('Spam').click();
        await untilText(console.badge, 'Blocked');
        await untilText(console.details, 'Spam');
        assert.equal(await console.dialog.count(), 0);
        await console.undoButton.click();
        await untilText(console.badge, 'Open');
    });

    it('does not promise what the channel cannot do, and lists first what this agent chose last', async (t) => {
        const console = await file.openRecord(t, 'Nora Lind');
        await console.block({ reason: 'Fraud' });
        await untilText(console.badge, 'Kept out');
        await console.undoButton.click();
        await untilText(console.badge, 'Open');
        await console.blockButton.click();
        await untilText(console.card, 'Kept out of Salesforce; they can still write on Telegram.');
        const entries = console.card.getByRole('menuitem');
        assert.equal((await entries.first().innerText()).trim(), 'Fraud');
        await screenshot(console.card, 'block-menu-state-only');
    });

    it('goes without a mouse: two keys from the button to the block, and focus lands on the state', async (t) => {
        const console = await file.openRecord(t, 'Maria Lopez');
        const { page } = console;
        await tabTo(page, /^Block Maria Lopez/);
        await page.keyboard.press('Enter');
        await untilFocus(page, /^Spam$/);
        await page.keyboard.press('Escape');
        await untilFocus(page, /^Block Maria Lopez/);
        await page.keyboard.press('Enter');
        await untilFocus(page, /^Spam$/);
        await page.keyboard.press('ArrowDown');
        await untilFocus(page, /^Abuse$/);
        await page.keyboard.press('Enter');
        await untilText(console.badge, 'Blocked');
        await untilFocus(page, /^Maria Lopez[^]*Blocked$/);
        await untilText(console.details, 'Abuse');
    });

    it('goes away, and nothing is blocked twice, when a colleague blocks while it is open', async (t) => {
        const console = await file.openRecord(t, 'Nora Lind');
        await console.untilSubscribed();
        await console.blockButton.click();
        await console.entry('Spam').waitFor();
        const colleague = await file.openRecord(t, 'Nora Lind', { query: 'user=sam' });
        await colleague.block({ reason: 'Fraud' });
        await untilText(console.announced, 'blocked this conversation');
        await console.entry('Spam').waitFor({ state: 'detached' });
        await untilFocus(console.page, /^Nora Lind[^]*Kept out$/);
    });
});
