import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Locator } from 'playwright-core';
import { assertAccessible } from './support/accessibility.ts';
import { consoleForFile } from './support/console-for-file.ts';
import { choose } from './support/card-part.ts';
import type { ConsolePage } from './support/console-page.ts';
import { untilFocus } from './support/keyboard.ts';
import { screenshot } from './support/screenshots.ts';
import { untilText } from './support/until.ts';

const NORA = 'Nora Lind';
/** The window of a small laptop, less what the browser itself takes. */
const LAPTOP = { width: 1366, height: 657 };
const LONG = 'Wiederholte unerwünschte Werbung für Kapitalanlagen trotz ausdrücklicher Unterlassungsaufforderung';

describe('the dialog', () => {
    const file = consoleForFile();

    /** What the admin has set on the page of Leads. */
    async function setUp(values: Record<string, string>): Promise<void> {
        const { ok } = await fetch(`${file.sandbox.url}/sandbox/pages/Lead`, {
            method: 'PUT',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify(values)
        });
        assert.ok(ok);
    }

    it('keeps its buttons in sight on a laptop, and promises no more than a block does', async (t) => {
        const console = await file.openRecord(t, NORA, LAPTOP);
        await console.openBlockDialog();
        await untilText(console.dialog, 'Keep Nora Lind out of Salesforce?');
        await assertInWindow(confirmIn(console));
        await assertInWindow(console.dialog.getByRole('button', { name: 'Cancel', exact: true }));
        assert.doesNotMatch(await console.dialog.innerText(), /characters left/);
        await assertAccessible(console.dialog);
        await screenshot(console.page, 'dialog-laptop');
    });

    it('has its buttons in sight on WhatsApp too, where there is more to say', async (t) => {
        const console = await file.openRecord(t, 'Maria Lopez', LAPTOP);
        await console.openBlockDialog();
        await untilText(console.dialog, 'Block Maria Lopez on WhatsApp?');
        await assertInWindow(confirmIn(console));
        await screenshot(console.page, 'dialog-laptop-whatsapp');
    });

    it('opens again as it was left by Escape, by its X and by Cancel', async (t) => {
        const console = await file.openRecord(t, NORA);
        await console.openBlockDialog();
        const note = console.dialog.getByRole('textbox', { name: /Note/ });
        await console.fillDialog({ reason: 'Fraud', note: 'Long thoughts', length: '1 day' });
        await console.page.keyboard.press('Escape');
        await console.dialog.waitFor({ state: 'detached' });
        await console.openBlockDialog();
        assert.equal(await note.inputValue(), 'Long thoughts');
        await console.dialog.getByRole('button', { name: /^Cancel and close|^Close/ }).click();
        await console.dialog.waitFor({ state: 'detached' });
        await console.openBlockDialog();
        assert.equal(await note.inputValue(), 'Long thoughts');
        await console.dialog.getByRole('button', { name: 'Cancel', exact: true }).click();
        await console.dialog.waitFor({ state: 'detached' });
        await console.openBlockDialog();
        await console.confirm();
        await untilText(console.details, 'Long thoughts');
        await untilText(console.details, 'Fraud');
        await untilText(console.details, /in 23 hours|in 24 hours|in 1 day|tomorrow/);
    });

    it('says at once that a colleague was faster, takes no Block, and keeps what was typed', async (t) => {
        const console = await file.openRecord(t, NORA, LAPTOP);
        await console.untilSubscribed();
        await console.openBlockDialog();
        await console.fillDialog({ reason: 'Spam', note: 'Long thoughts' });
        const colleague = await file.openRecord(t, NORA, { query: 'user=sam' });
        await colleague.block({ reason: 'Fraud' });

        await untilText(console.dialog.getByRole('alert'), 'This is not possible anymore.');
        await untilText(console.dialog.getByRole('alert'), 'Sam Lee blocked this conversation.');
        assert.equal(await confirmIn(console).isDisabled(), true);
        const note = console.dialog.getByRole('textbox', { name: /Note/ });
        assert.equal(await note.inputValue(), 'Long thoughts');
        await note.press('Control+Enter');
        await assertAccessible(console.dialog);
        await screenshot(console.page, 'dialog-too-late');

        await colleague.undoButton.click();
        await console.dialog.getByRole('alert').waitFor({ state: 'detached' });
        assert.equal(await note.inputValue(), 'Long thoughts');
        await console.confirm();
        await untilText(console.details, 'Long thoughts');
    });

    it('takes no Save for a block that a colleague has ended, and leaves all in order', async (t) => {
        const console = await file.openRecord(t, NORA);
        await console.block({ reason: 'Spam' });
        await untilText(console.badge, 'Kept out');
        await console.untilSubscribed();
        await console.changeButton.click();
        await console.dialog.getByRole('textbox', { name: /Note/ }).fill('Long thoughts');
        const colleague = await file.openRecord(t, NORA, { query: 'user=sam' });
        await colleague.unblockAfterQuestion();

        await untilText(console.dialog.getByRole('alert'), 'This is not possible anymore.');
        assert.equal(await console.dialog.getByRole('button', { name: 'Save', exact: true }).isDisabled(), true);
        await console.page.keyboard.press('Escape');
        await console.dialog.waitFor({ state: 'detached' });
        await untilText(console.badge, 'Open');
        await untilFocus(console.page, /^Block Nora Lind|^Nora Lind[^]*Open$/);
    });

    it('lists the first of forty reasons in the menu, on a laptop and in 240 px, and all in the form', async (t) => {
        const reasons = Array.from({ length: 40 }, (_, index) => `Reason number ${index + 1}`);
        await setUp({ reasons: reasons.join(',') });
        for (const query of ['', 'width=240']) {
            const console = await file.openRecord(t, NORA, { ...LAPTOP, query });
            // Without the mouse, under which entries would come by.
            await console.blockButton.press('Enter');
            await untilFocus(console.page, /^Reason number 1$/);
            await assertInWindow(console.entry('Reason number 1'));
            await assertAccessible(console.card);
            await screenshot(console.page, `menu-forty-${query || 'wide'}`);
            await console.page.keyboard.press('ArrowUp');
            await untilFocus(console.page, /^More reasons, a note or an end…$/);
            await assertInWindow(console.entry('More reasons, a note or an end…'));
            await console.page.keyboard.press('Enter');
            await choose(console.dialog, 'Reason', 'Reason number 40');
            await console.page.keyboard.press('Escape');
        }
    });

    it('cuts no reason off, however long it is in German', async (t) => {
        await setUp({ reasons: `Spam,${LONG}`, noteReasons: LONG });
        for (const query of ['lang=de', 'lang=de&width=240', 'lang=de&dir=rtl']) {
            const console = await file.openRecord(t, NORA, { ...LAPTOP, query });
            const actions = console.card.locator('c-conversation-actions');
            await actions.getByRole('button').last().click();
            const entry = actions.getByRole('menuitem', { name: LONG });
            await entry.waitFor();
            await screenshot(console.page, `menu-german-${query.slice(8) || 'wide'}`);
            assert.deepEqual(await cutOffIn(entry), []);
            await entry.click();
            await console.dialog.getByRole('button').last().waitFor();
            await screenshot(console.page, `dialog-german-${query.slice(8) || 'wide'}`);
            assert.deepEqual(await cutOffIn(console.dialog), []);
        }
    });
});

function confirmIn(console: ConsolePage): Locator {
    return console.dialog.getByRole('button', { name: 'Block', exact: true });
}

async function assertInWindow(element: Locator): Promise<void> {
    const box = await element.boundingBox();
    const { width, height } = element.page().viewportSize() ?? { width: 0, height: 0 };
    assert.ok(box && box.y >= 0 && box.y + box.height <= height, `${JSON.stringify(box)} is not within ${height} px`);
    assert.ok(box.x >= 0 && box.x + box.width <= width, `${JSON.stringify(box)} is not within ${width} px`);
}

/** Texts that are wider than the element that shows them. */
async function cutOffIn(part: Locator): Promise<string[]> {
    return part.evaluate((root) => {
        const elements = [root, ...root.querySelectorAll<HTMLElement>('*')] as HTMLElement[];
        return elements
            .filter(
                (element) =>
                    element.textContent?.trim() && !element.matches('.slds-assistive-text, .slds-assistive-text *')
            )
            .filter(({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth + 1)
            .map(({ tagName, textContent }) => `${tagName}: ${textContent?.trim().slice(0, 60)}`);
    });
}
