import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Locator } from 'playwright-core';
import { fillForm } from './support/card-part.ts';
import { consoleForFile } from './support/console-for-file.ts';
import type { ConsolePage } from './support/console-page.ts';
import { choose, openBlockDialog, tabTo, untilFocus } from './support/keyboard.ts';
import { screenshot } from './support/screenshots.ts';
import { untilText } from './support/until.ts';

const SPAM = { reason: 'Spam' };
/** Undo is offered for half a minute. */
const UNDO_IS_OVER_MS = 31_000;
const LAPTOP = { width: 1366, height: 768 };

describe('a second press where something else stands by now', () => {
    const file = consoleForFile();

    function stateOf(name: string): string {
        return file.sandbox.gotallo.conversation(file.recordOf(name).conversationId ?? '').state;
    }

    it('leaves the person blocked when Enter is pressed twice on Block in the dialog, and once more on the state', async (t) => {
        const console = await file.openRecord(t, 'Nora Lind');
        const { keyboard } = console.page;
        await console.blockButton.focus();
        await openBlockDialog(console.page);
        await tabTo(console.page, /Reason/);
        await choose(console.page, [['ArrowDown', 'Abuse']]);
        await tabTo(console.page, /^Block$/);
        await keyboard.press('Enter');
        await keyboard.press('Enter');
        await untilText(console.badge, 'Kept out');
        await untilFocus(console.page, /^Nora Lind[^]*Kept out$/);
        await keyboard.press('Enter');
        await keyboard.press(' ');
        await console.page.reload();
        await untilText(console.badge, 'Kept out');
        assert.equal(stateOf('Nora Lind'), 'BLOCKED');
    });

    it('leaves the person blocked when Enter is pressed twice on Block in the card, whose top stays in view', async (t) => {
        const console = await file.openRecord(t, 'Nora Lind', { width: 400, height: 600 });
        await console.blockButton.click();
        const form = console.card.locator('c-conversation-block-form');
        await fillForm(form, SPAM);
        await tabTo(console.page, /^Block$/);
        await console.page.keyboard.press('Enter');
        await console.page.keyboard.press('Enter');
        await untilFocus(console.page, /^Nora Lind[^]*Kept out$/);
        await console.page.keyboard.press('Enter');
        await untilText(console.badge, 'Kept out');
        const top = await boxOf(console.badge);
        assert.ok(top.y >= 0 && top.y < 600, `the state is at ${top.y}`);
        assert.equal(stateOf('Nora Lind'), 'BLOCKED');
    });

    it('closes nothing when the pointer rests on Undo after an unblock as it ends, and the others keep their places', async (t) => {
        const console = await file.openRecord(t, 'Nora Lind', { ...LAPTOP, isThrownAway: true });
        await console.page.clock.install();
        await console.block(SPAM);
        await untilText(console.badge, 'Kept out');
        await console.undoButton.waitFor();
        await console.page.clock.fastForward(UNDO_IS_OVER_MS);
        await console.unblockButton.click();
        await untilText(console.badge, 'Open');
        await restOnUndoUntilItEnds(console, [console.button(/^Close/), console.history]);
        await console.blockButton.waitFor();
        await console.page.reload();
        await untilText(console.badge, 'Open');
        assert.equal(stateOf('Nora Lind'), 'OPEN');
    });

    it('unblocks nobody when the pointer rests on Undo after a block as it ends', async (t) => {
        const console = await file.openRecord(t, 'Nora Lind', { ...LAPTOP, isThrownAway: true });
        await console.page.clock.install();
        await console.block(SPAM);
        await untilText(console.badge, 'Kept out');
        await restOnUndoUntilItEnds(console, [console.details, console.changeButton, console.history]);
        await console.unblockButton.waitFor();
        await screenshot(console.card, 'card-undo-ended');
        await console.page.reload();
        await untilText(console.badge, 'Kept out');
        assert.equal(stateOf('Nora Lind'), 'BLOCKED');
    });

    it('undoes nothing twice when Undo is double-clicked', async (t) => {
        const console = await file.openRecord(t, 'Nora Lind', LAPTOP);
        await console.block(SPAM);
        await console.undoButton.dblclick();
        await untilText(console.announced, 'Undone. Conversation state: Open');
        await untilText(console.badge, 'Open');
        assert.equal(stateOf('Nora Lind'), 'OPEN');
    });
});

/** A click in the place of Undo does nothing when it is not there anymore. */
async function restOnUndoUntilItEnds(console: ConsolePage, others: Locator[]): Promise<void> {
    const { page } = console;
    await console.undoButton.waitFor();
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    const before = await Promise.all(others.map(boxOf));
    const { x, y, width, height } = await boxOf(console.undoButton);
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.clock.fastForward(UNDO_IS_OVER_MS);
    await console.undoButton.waitFor({ state: 'detached' });
    assert.deepEqual(await Promise.all(others.map(boxOf)), before);
    await page.mouse.down();
    await page.mouse.up();
}

async function boxOf(element: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
    const box = await element.boundingBox();
    assert.ok(box, 'it is not on the page');
    return box;
}
