import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { assertAccessible } from './support/accessibility.ts';
import { consoleForFile } from './support/console-for-file.ts';
import type { ConsolePage } from './support/console-page.ts';
import { untilFocus } from './support/keyboard.ts';
import { screenshot } from './support/screenshots.ts';
import { untilText } from './support/until.ts';

const NORA = 'Nora Lind';
const SPAM = { reason: 'Spam', note: 'Third time today' };

describe('Try again after a colleague was quicker', () => {
    const file = consoleForFile();

    function state(): string {
        return file.sandbox.gotallo.conversation(file.recordOf(NORA).conversationId ?? '').state;
    }

    /** Ana's block is refused; she may or may not hear what others do after that. */
    async function failToBlock(t: TestContext, hears: boolean): Promise<ConsolePage> {
        const console = await file.openRecord(t, NORA, { isThrownAway: true });
        if (!hears) await console.switchPlatformEvents(false);
        file.sandbox.gotallo.faults.set('unauthorized');
        await console.block(SPAM);
        await untilText(console.trouble, 'Nothing was changed');
        file.sandbox.gotallo.faults.clear();
        return console;
    }

    async function colleagueBlocksAndUnblocks(t: TestContext): Promise<void> {
        const colleague = await file.openRecord(t, NORA, { query: 'user=sam' });
        await colleague.block({ reason: 'Fraud' });
        await untilText(colleague.badge, 'Kept out');
        await colleague.unblock();
        await untilText(colleague.badge, 'Open');
    }

    it('is not offered anymore when the card has heard what the colleague decided', async (t) => {
        const console = await failToBlock(t, true);
        await colleagueBlocksAndUnblocks(t);
        await console.trouble.waitFor({ state: 'detached' });
        await untilText(console.badge, 'Open');
    });

    it('blocks nobody whom the colleague has just unblocked, but says what holds and asks first', async (t) => {
        const console = await failToBlock(t, false);
        await colleagueBlocksAndUnblocks(t);
        await console.page.clock.install({ time: Date.now() + file.sandbox.time.ahead() + 60_000 });
        await console.retryButton.click();
        await untilText(console.card, 'Something was decided since your last try, so it was not repeated.');
        await untilText(console.card, `Keep ${NORA} out of Salesforce?`);
        assert.equal(await console.card.getByRole('textbox', { name: /Note/ }).inputValue(), SPAM.note);
        assert.equal(state(), 'OPEN');
        await assertAccessible(console.card);
        await screenshot(console.card, 'card-try-again-asked');
        await console.button(/^Cancel$/).click();
        await console.trouble.waitFor({ state: 'detached' });
        assert.equal(state(), 'OPEN');
    });

    it('is dropped where the colleague has done it already, and focus goes to what holds', async (t) => {
        const console = await failToBlock(t, false);
        const colleague = await file.openRecord(t, NORA, { query: 'user=sam' });
        await colleague.block({ reason: 'Fraud' });
        await untilText(colleague.badge, 'Kept out');
        await console.page.clock.install({ time: Date.now() + file.sandbox.time.ahead() + 60_000 });
        await console.retryButton.click();
        await untilFocus(console.page, /^Nora Lind[^]*Kept out$/);
        await untilText(console.details, 'Sam Lee');
        await untilText(console.details, 'Fraud');
        assert.equal(await console.trouble.count(), 0);
    });
});
