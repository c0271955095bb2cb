import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertAccessible } from './support/accessibility.ts';
import { consoleForFile } from './support/console-for-file.ts';
import { screenshot } from './support/screenshots.ts';
import { untilText } from './support/until.ts';

const SPAM = { reason: 'Spam' };

describe('undo', () => {
    const file = consoleForFile();

    for (const [name, state] of [
        ['Nora Lind', 'Open'],
        ['Yuki Tanaka', 'Bot is handling'],
        ['Jonas Weber', 'Closed']
    ] as const) {
        it(`leads from a block back to what was before: ${state}`, async (t) => {
            const console = await file.openRecord(t, name);
            await untilText(console.badge, state);
            await console.block(SPAM);
            await untilText(console.undoStrip, 'Blocked just now.');
            await console.undoButton.click();
            await untilText(console.badge, state);
            await console.undoStrip.waitFor({ state: 'hidden' });
            assert.equal(await console.undoButton.count(), 0);
            await untilText(console.announced, `Undone. Conversation state: ${state}`);
            const { sandbox } = file;
            const id = file.recordOf(name).conversationId ?? '';
            const expected = { Open: 'OPEN', 'Bot is handling': 'AUTO_BOT', Closed: 'CLOSED' }[state];
            assert.equal(sandbox.gotallo.conversation(id).state, expected);
        });
    }

    it("makes a colleague's block theirs again after an unblock, with its reason and note", async (t) => {
        const console = await file.openRecord(t, 'Nora Lind');
        await console.block({ reason: 'Fraud', note: 'Sells fake tables', length: '7 days' });
        await untilText(console.badge, 'Kept out');
        await console.become('Sam Lee');
        await console.unblockAfterQuestion();
        await untilText(console.undoStrip, 'Unblocked just now.');
        await assertAccessible(console.card);
        await screenshot(console.card, 'card-undo-unblock');
        await console.undoButton.click();
        await untilText(console.badge, 'Kept out');
        for (const words of ['Ana Silva', 'Fraud', 'Sells fake tables', /in 7 days|in 6 days/]) {
            await untilText(console.details, words);
        }
    });

    it('takes a block back on WhatsApp too', async (t) => {
        const console = await file.openRecord(t, 'Maria Lopez');
        await console.block(SPAM);
        await untilText(console.details, 'Blocked on WhatsApp');
        await console.undoButton.click();
        await untilText(console.badge, 'Open');
        await untilText(console.sandboxBar, 'On WhatsApp: not blocked');
    });

    it('leaves no Unblock beside it, and gives way to it in its place when it is over', async (t) => {
        const console = await file.openRecord(t, 'Nora Lind');
        await console.block(SPAM);
        await console.undoButton.waitFor();
        assert.equal(await console.unblockButton.count(), 0);
        const before = await console.changeButton.boundingBox();
        await console.letUndoEnd();
        await console.unblockButton.waitFor();
        assert.deepEqual(await console.changeButton.boundingBox(), before);
    });

    it('is offered only to whoever did it', async (t) => {
        const console = await file.openRecord(t, 'Nora Lind');
        await console.block(SPAM);
        await console.undoButton.waitFor();
        await console.become('Sam Lee');
        await untilText(console.badge, 'Kept out');
        assert.equal(await console.undoButton.count(), 0);
    });

    it('says in words that it is too late, and what holds, when the proxy takes it no longer', async (t) => {
        const console = await file.openRecord(t, 'Nora Lind');
        // The card's own event would make it ask again, and the strip would be gone before the press.
        await console.switchPlatformEvents(false);
        await console.block(SPAM);
        await console.undoButton.waitFor();
        // The page, where it would be over, too, is not told of it.
        await console.page.evaluate(() => (window.setTimeAhead = () => undefined));
        await file.sandbox.time.move(60_000);
        await console.undoButton.click();
        await untilText(console.trouble, 'It is too late to undo this');
        await untilText(console.trouble, 'Use the buttons of the card.');
        await untilText(console.badge, 'Kept out');
        await assertAccessible(console.card);
        await screenshot(console.card, 'trouble-undo-too-late');
        await console.retryButton.click();
        await console.trouble.waitFor({ state: 'detached' });
        await untilText(console.badge, 'Kept out');
    });

    it('is gone after its time, also on a page that is loaded again', async (t) => {
        const console = await file.openRecord(t, 'Nora Lind');
        await console.block(SPAM);
        await console.undoButton.waitFor();
        await console.moveTime('+1 hour');
        await console.page.reload();
        await untilText(console.badge, 'Kept out');
        assert.equal(await console.undoButton.count(), 0);
    });

    it('is refused in words when a colleague has changed the conversation since', async (t) => {
        const console = await file.openRecord(t, 'Nora Lind');
        await console.switchPlatformEvents(false);
        await console.block(SPAM);
        await console.undoButton.waitFor();
        const colleague = await file.openRecord(t, 'Nora Lind', { query: 'user=sam' });
        await colleague.change('1 day');
        await untilText(colleague.announced, 'The block was changed');
        await console.undoButton.click();
        await untilText(console.trouble, 'something was changed since');
        await untilText(console.badge, 'Kept out');
    });
});

describe('what can be done beside a block', () => {
    const file = consoleForFile();

    function stateOf(name: string): string {
        return file.sandbox.gotallo.conversation(file.recordOf(name).conversationId ?? '').state;
    }

    it('takes a conversation over from the bot, closes it, and reopens it', async (t) => {
        const console = await file.openRecord(t, 'Yuki Tanaka');
        await console.button(/^Take over from the bot/).click();
        await untilText(console.badge, 'Open');
        assert.equal(stateOf('Yuki Tanaka'), 'OPEN');
        await console.button(/^Close/).click();
        await untilText(console.badge, 'Closed');
        assert.equal(stateOf('Yuki Tanaka'), 'CLOSED');
        await console.button(/^Reopen/).click();
        await untilText(console.badge, 'Open');
        assert.equal(stateOf('Yuki Tanaka'), 'OPEN');
        await console.openHistory();
        await untilText(console.history.getByRole('listitem').first(), 'Ana Silva set the state to “Open”');
    });

    it('offers to close at once after unblocking', async (t) => {
        const console = await file.openRecord(t, 'Nora Lind');
        await console.block(SPAM);
        await untilText(console.badge, 'Kept out');
        await console.unblock();
        await console.button(/^Close/).click();
        await untilText(console.badge, 'Closed');
        assert.equal(stateOf('Nora Lind'), 'CLOSED');
    });

    it('does not offer to close who is blocked', async (t) => {
        const console = await file.openRecord(t, 'Omar Haddad');
        await untilText(console.badge, 'Kept out');
        assert.equal(await console.button(/^Close|^Reopen|^Take over/).count(), 0);
    });

    it('offers nothing for an expired conversation, and says so', async (t) => {
        const console = await file.openRecord(t, 'Chloe Martin');
        await untilText(console.card, 'This conversation cannot be used anymore.');
        const names = await console.button(/./).allInnerTexts();
        assert.deepEqual(
            names.filter((name) => !/History/.test(name)),
            []
        );
    });

    it('keeps the state that holds when closing is refused', async (t) => {
        const console = await file.openRecord(t, 'Maria Lopez');
        file.sandbox.gotallo.faults.set('unauthorized');
        await console.button(/^Close/).click();
        await untilText(console.trouble, 'Nothing was changed');
        await untilText(console.badge, 'Open');
        assert.equal(stateOf('Maria Lopez'), 'OPEN');
    });
});
