import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { consoleForFile } from './support/console-for-file.ts';
import { screenshot } from './support/screenshots.ts';
import { untilText } from './support/until.ts';

const NOTE = 'Crypto links every minute';

describe('what a screen reader finds', () => {
    const file = consoleForFile();

    it('is the card in order: heading, person and state as one, what it means, buttons that say whom they are about, history', async (t) => {
        const console = await file.openRecord(t, 'Maria Lopez');
        assertInOrder(await console.card.ariaSnapshot(), [
            'heading "Conversation" [level=2]',
            'heading "Maria Lopez · WhatsApp Open" [level=3]',
            'strong: Maria Lopez',
            'WhatsApp',
            'Open',
            'status',
            'button "Close: Maria Lopez on WhatsApp"',
            'button "Block Maria Lopez on WhatsApp. They can no longer write to you on WhatsApp."',
            'button "History"'
        ]);
    });

    it('is the dialog in order: its name, what a block does, required reason, length, note, answers', async (t) => {
        const console = await file.openRecord(t, 'Maria Lopez');
        await console.openBlockDialog();
        await console.dialog.getByRole('button', { name: 'Block', exact: true }).waitFor();
        assertInOrder(await console.dialog.ariaSnapshot(), [
            'dialog "Block Maria Lopez on WhatsApp?"',
            'They can no longer reach you on WhatsApp.',
            'is possible until',
            'combobox "Reason"',
            'combobox "Block for"',
            'textbox "Note (colleagues can read it)"',
            'button "Cancel"',
            'button "Block"'
        ]);
        const reason = console.dialog.getByRole('combobox', { name: 'Reason' });
        assert.equal(await reason.getAttribute('aria-required'), 'true');
        await console.confirm();
        await untilText(console.dialog, 'Choose a reason.');
        assert.equal(await reason.getAttribute('aria-invalid'), 'true');
    });

    it('is what a block is, as terms and their meaning, and the question before it is ended', async (t) => {
        const console = await file.openRecord(t, 'Nora Lind');
        await console.block({ reason: 'Spam', note: NOTE, length: '1 day' });
        await untilText(console.badge, 'Kept out');
        const terms = await console.details.getByRole('term').allInnerTexts();
        assert.deepEqual(terms.slice(0, 2), ['Blocked by', 'When']);
        for (const term of ['Reason', 'Note'])
            assert.ok(terms.includes(term), `${term} is not among ${terms.join(', ')}`);
        assertInOrder(await console.undoStrip.ariaSnapshot(), [
            'Blocked just now.',
            'button "Undo: Nora Lind on Telegram"'
        ]);
        await console.unblock();
        assertInOrder(await console.question.ariaSnapshot(), [
            'group "Unblock Nora Lind on Telegram?"',
            'heading "Unblock Nora Lind on Telegram?"',
            'Ana Silva',
            'Spam',
            NOTE,
            'button "Keep blocked"',
            'button "Unblock"'
        ]);
    });

    it('is the history as a list, newest first, and whether it is open', async (t) => {
        const console = await file.openRecord(t, 'Nora Lind');
        await console.block({ reason: 'Spam' });
        await console.undoButton.click();
        await untilText(console.badge, 'Open');
        const button = console.history.getByRole('button', { name: 'History' });
        assert.equal(await button.getAttribute('aria-expanded'), 'false');
        await console.openHistory();
        assert.equal(await button.getAttribute('aria-expanded'), 'true');
        assertInOrder(await console.history.ariaSnapshot(), [
            'button "History" [expanded]',
            'list',
            'listitem',
            'Ana Silva undid the last change',
            'listitem',
            'Ana Silva blocked'
        ]);
    });

    it('is told what happens: the start, the end, that it can be undone, and what went wrong', async (t) => {
        const console = await file.openRecord(t, 'Nora Lind');
        await untilText(console.announced, /^$/);
        file.sandbox.gotallo.faults.set('slow', { seconds: 1, times: 1 });
        await console.block({ reason: 'Spam' });
        await untilText(console.announced, /^Blocking…$/);
        await untilText(console.announced, /Blocked\. New messages are kept out of Salesforce\./);
        await untilText(console.announced, /You can undo this for a few seconds\.$/);
        await console.undoButton.click();
        await untilText(console.announced, /^Undone\. Conversation state: Open$/);
        file.sandbox.gotallo.faults.set('unauthorized');
        await console.block({ reason: 'Spam' });
        await untilText(console.announced, /^Not blocked\. GoTallo did not accept this\..+ Nothing was changed/);
    });
});

describe('how people see it who have set something', () => {
    const file = consoleForFile();

    it('is all there in 640 px, as at 200 % zoom of a window of 1280 px, in card and dialog', async (t) => {
        const console = await file.openRecord(t, 'Maria Lopez', { width: 640, height: 450, query: 'width=full' });
        const isCut = await console.card.evaluate((card) => card.scrollWidth > card.clientWidth);
        assert.equal(isCut, false);
        await console.openBlockDialog();
        const box = console.dialog.locator('c-conversation-block-form');
        assert.equal(await box.evaluate((form) => form.scrollWidth > form.clientWidth), false);
        const confirm = console.dialog.getByRole('button', { name: 'Block', exact: true });
        await confirm.scrollIntoViewIfNeeded();
        const { x = -1, width = 0 } = (await confirm.boundingBox()) ?? {};
        assert.ok(x >= 0 && x + width <= 640, 'the answer lies outside the window');
        await screenshot(console.page, 'zoom-200');
    });

    it('does not move where people asked for no motion', async (t) => {
        const preferences = { reducedMotion: 'reduce' } as const;
        const console = await file.openConsole(t, { preferences });
        file.sandbox.org.fault = 'silent';
        await console.page.getByRole('tab', { name: 'Conversations' }).click();
        await console.page.getByRole('link', { name: 'Nora Lind' }).click();
        await untilText(console.card, 'Loading the conversation');
        const running = await console.card.evaluate(
            (card) => card.getAnimations({ subtree: true }).filter(({ playState }) => playState === 'running').length
        );
        assert.equal(running, 0);
        await screenshot(console.card, 'card-loading');
    });

    it('keeps every button visible in forced colors', async (t) => {
        const preferences = { forcedColors: 'active' } as const;
        const console = await file.openRecord(t, 'Omar Haddad', { preferences });
        await console.unblockButton.waitFor();
        for (const button of await console.button(/./).all()) {
            const border = await button.evaluate((element) => getComputedStyle(element));
            assert.notEqual(border.color, border.backgroundColor);
        }
        await screenshot(console.card, 'card-forced-colors');
        await console.unblock();
        await console.question.waitFor();
        await screenshot(console.card, 'question-forced-colors');
    });
});

/** Every one of these words is there, each after the one before. */
function assertInOrder(snapshot: string, words: readonly string[]): void {
    let at = 0;
    for (const each of words) {
        const found = snapshot.indexOf(each, at);
        assert.ok(found >= 0, `"${each}" is missing, or not in its place, in\n${snapshot}`);
        at = found + each.length;
    }
}
