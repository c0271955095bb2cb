import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertAccessible } from './support/accessibility.ts';
import { consoleForFile, type ConsoleForFile } from './support/console-for-file.ts';
import { tabTo, untilFocus } from './support/keyboard.ts';
import { screenshot } from './support/screenshots.ts';
import { untilExactText, untilText } from './support/until.ts';

const SPAM = { reason: 'Spam' };

/** How often Block User, which is a toggle, has reached GoTallo. */
function blockUserCalls({ sandbox }: ConsoleForFile): number {
    return sandbox.gotallo.calls.filter(({ path }) => path.endsWith('/block/')).length;
}

describe('the native block', () => {
    const file = consoleForFile();

    it('keeps a person away on WhatsApp until they are unblocked, and the card says what WhatsApp does', async (t) => {
        const console = await file.openConsole(t);
        await console.open('Maria Lopez');
        const before = await console.countHerokuMessages();
        await console.block(SPAM);
        await untilText(console.badge, 'Blocked');
        await untilExactText(console.details, 'Blocked on WhatsApp');
        await untilExactText(console.sandboxBar, 'On WhatsApp: blocked');
        await assertAccessible(console.card);
        await screenshot(console.page, 'console-blocked-on-whatsapp');

        await console.writeInVain('Earn even more');
        assert.equal(await console.transcript.getByText('Earn even more').count(), 0);
        assert.equal(await console.countHerokuMessages(), before);

        await console.unblock();
        await untilText(console.badge, 'Open');
        await untilExactText(console.sandboxBar, 'On WhatsApp: not blocked');
        assert.equal(await console.details.getByText('WhatsApp').count(), 0);
        await console.writeAsCustomer('Sorry, that was my son');
        await untilText(console.herokuMessages, 'Sorry, that was my son');
        assert.equal(blockUserCalls(file), 2);
    });

    it('keeps a person out of Salesforce whom WhatsApp does not block anymore, and says why', async (t) => {
        const console = await file.openConsole(t);
        await console.open('Ben Okafor');
        await console.block(SPAM);
        await untilText(console.badge, 'Kept out');
        await untilExactText(console.details, 'Not blocked on WhatsApp');
        await untilText(console.details, 'only people who wrote in the last 24 hours');
        await untilText(console.card, 'Kept out of Salesforce');
        await untilExactText(console.sandboxBar, 'On WhatsApp: not blocked');
        await assertAccessible(console.card);
        await screenshot(console.card, 'card-refused-window');

        await console.writeAsCustomer('Win two phones');
        assert.equal(await console.herokuMessages.getByText('Win two phones').count(), 0);
        await console.unblock();
        await untilText(console.badge, 'Open');
        await untilExactText(console.sandboxBar, 'On WhatsApp: not blocked');
    });

    it('asks WhatsApp once more as soon as the person has written again, with one button, which is then gone', async (t) => {
        const console = await file.openConsole(t);
        await console.open('Ben Okafor');
        await console.block(SPAM);
        await untilText(console.details, 'When they write again, you can block them there, too.');
        assert.equal(await console.retryNativeBlockButton.count(), 0);

        await console.writeAsCustomer('Win two phones');
        await console.retryNativeBlockButton.waitFor();
        await untilText(console.details, 'They have written again, so WhatsApp can block them now.');
        await assertAccessible(console.card);
        await screenshot(console.card, 'card-retry-native-block');
        await console.retryNativeBlockButton.click();
        await untilExactText(console.details, 'Blocked on WhatsApp');
        await untilText(console.announced, 'Blocked on WhatsApp. They cannot reach you there.');
        await untilExactText(console.sandboxBar, 'On WhatsApp: blocked');
        assert.equal(await console.retryNativeBlockButton.count(), 0);
        await console.openHistory();
        await untilText(console.history.getByRole('listitem').first(), 'Ana Silva asked WhatsApp to block again');

        await console.unblockButton.click();
        await untilExactText(console.sandboxBar, 'On WhatsApp: not blocked');
        assert.equal(blockUserCalls(file), 3);
    });

    it('asks once more in the quick action, too, and says there what came of it', async (t) => {
        const console = await file.openConsole(t);
        await console.open('Maria Lopez');
        file.sandbox.gotallo.faults.set('native-refused');
        await console.block(SPAM);
        await untilExactText(console.details, 'Not blocked on WhatsApp');
        file.sandbox.gotallo.faults.clear();
        await console.openQuickAction();
        await console.dialog.getByRole('button', { name: /^Block on WhatsApp/ }).click();
        await console.page.getByText('Blocked on WhatsApp. They cannot reach you there.').first().waitFor();
        await untilExactText(console.sandboxBar, 'On WhatsApp: blocked');
        assert.equal(blockUserCalls(file), 2);
    });

    it('claims nothing when asking once more gets no answer, and nothing is asked again', async (t) => {
        const console = await file.openConsole(t);
        await console.open('Maria Lopez');
        file.sandbox.gotallo.faults.set('native-refused');
        await console.block(SPAM);
        await untilExactText(console.details, 'Not blocked on WhatsApp');
        file.sandbox.gotallo.faults.set('native-answer-lost');
        await console.retryNativeBlockButton.click();
        await untilExactText(console.details, 'Not known whether blocked on WhatsApp');
        await untilExactText(console.sandboxBar, 'On WhatsApp: blocked');
        assert.equal(await console.retryNativeBlockButton.count(), 0);
        assert.equal(blockUserCalls(file), 2);
    });

    it('says that Instagram refused, and an unblock does not turn the refusal into a block', async (t) => {
        const console = await file.openConsole(t);
        await console.open('Diego Ruiz');
        file.sandbox.gotallo.faults.set('native-refused');
        await console.block(SPAM);
        await untilText(console.badge, 'Kept out');
        await untilText(console.details, 'Instagram did not accept the last change');
        await untilText(console.card, 'Kept out of Salesforce');
        await screenshot(console.card, 'card-refused');

        file.sandbox.gotallo.faults.clear();
        await console.unblock();
        await untilText(console.badge, 'Open');
        await untilExactText(console.sandboxBar, 'On Instagram: not blocked');
        assert.equal(blockUserCalls(file), 1);
    });

    it('claims nothing when the answer is lost, and no click or reload flips the truth', async (t) => {
        const console = await file.openConsole(t);
        await console.open('Maria Lopez');
        file.sandbox.gotallo.faults.set('native-answer-lost');
        await console.block(SPAM);
        await untilText(console.badge, 'Kept out');
        await untilExactText(console.details, 'Not known whether blocked on WhatsApp');
        await untilExactText(console.sandboxBar, 'On WhatsApp: blocked');
        assert.equal(await console.details.getByRole('button').count(), 0);
        await assertAccessible(console.card);
        await screenshot(console.card, 'card-native-block-not-known');

        file.sandbox.gotallo.faults.clear();
        await console.page.reload();
        await untilExactText(console.details, 'Not known whether blocked on WhatsApp');

        await console.unblock();
        await untilText(console.badge, 'Open');
        await untilExactText(console.details, 'May be blocked on WhatsApp');
        await untilExactText(console.sandboxBar, 'On WhatsApp: blocked');
        await assertAccessible(console.card);
        await screenshot(console.card, 'card-may-be-blocked');

        await console.block(SPAM);
        await untilText(console.badge, 'Kept out');
        await untilExactText(console.details, 'Not known whether blocked on WhatsApp');
        await untilExactText(console.sandboxBar, 'On WhatsApp: blocked');
        assert.equal(blockUserCalls(file), 1);
    });

    it('lets a supervisor say that WhatsApp shows blocked, and then unblocks there too', async (t) => {
        const console = await file.openConsole(t);
        await console.open('Maria Lopez');
        file.sandbox.gotallo.faults.set('native-fails-after');
        await console.block(SPAM);
        await untilExactText(console.details, 'Not known whether blocked on WhatsApp');
        file.sandbox.gotallo.faults.clear();

        await console.become('Dana Fox');
        await untilExactText(console.details, 'Not known whether blocked on WhatsApp');
        assert.equal(await console.details.getByRole('button').count(), 0, 'it may still be carried out');
        await console.moveTime('+1 hour');
        await console.comeBack();
        await untilText(console.details, 'Look on WhatsApp itself');
        await assertAccessible(console.card);
        await screenshot(console.card, 'card-resolve');
        await console.details.getByRole('button', { name: 'It shows blocked' }).click();
        await untilText(console.card, 'Your answer: WhatsApp blocks them');
        await assertAccessible(console.card);
        await screenshot(console.card, 'card-resolve-once-more');
        await console.button(/^WhatsApp blocks them$/).click();
        await untilExactText(console.details, 'Blocked on WhatsApp');
        assert.equal(await console.details.getByRole('group').count(), 0);
        await untilText(console.badge, 'Blocked');

        await console.unblockAfterQuestion();
        await untilText(console.badge, 'Open');
        await untilExactText(console.sandboxBar, 'On WhatsApp: not blocked');
        assert.equal(blockUserCalls(file), 2);
    });

    it('lets a supervisor say that WhatsApp shows not blocked, and then unblocks without asking WhatsApp', async (t) => {
        const console = await file.openConsole(t);
        await console.open('Maria Lopez');
        file.sandbox.gotallo.faults.set('native-answer-lost');
        await console.block(SPAM);
        await untilExactText(console.details, 'Not known whether blocked on WhatsApp');
        file.sandbox.gotallo.faults.clear();
        await console.changeOnChannel('Unblock there');

        await console.moveTime('+1 hour');
        await console.become('Dana Fox');
        await console.sayWhatItShows('It shows not blocked', 'They can write on WhatsApp');
        await untilExactText(console.details, 'Not blocked on WhatsApp');
        await untilText(console.card, 'Kept out of Salesforce only');
        await console.unblockAfterQuestion();
        await untilText(console.badge, 'Open');
        await untilExactText(console.sandboxBar, 'On WhatsApp: not blocked');
        assert.equal(blockUserCalls(file), 1);
    });

    it('asks a supervisor again, and does not believe what they saw before a colleague unblocked and blocked', async (t) => {
        const ana = await file.openRecord(t, 'Maria Lopez');
        await ana.switchPlatformEvents(false);
        await ana.block(SPAM);
        await untilExactText(ana.details, 'Blocked on WhatsApp');
        const dana = await file.openRecord(t, 'Maria Lopez', { query: 'user=dana' });
        await dana.button(/^Not right\? They can write on WhatsApp$/).click();
        await untilText(dana.card, 'Your answer: They can write on WhatsApp');

        await ana.unblock();
        await untilText(ana.badge, 'Open');
        await ana.block(SPAM);
        await untilExactText(ana.details, 'Blocked on WhatsApp');
        await dana.button(/^They can write on WhatsApp$/).click();

        await untilText(dana.card, 'Look again on WhatsApp, then answer.');
        await untilText(dana.card, 'Your answer: They can write on WhatsApp');
        await untilText(dana.announced, 'nothing was noted');
        await untilExactText(dana.details, 'Blocked on WhatsApp');
        await assertAccessible(dana.card);
        await screenshot(dana.card, 'card-resolve-again');
        await ana.unblock();
        await untilText(ana.badge, 'Open');
        await untilExactText(ana.sandboxBar, 'On WhatsApp: not blocked');
        assert.equal(blockUserCalls(file), 4);
    });

    it('resolves by keyboard alone, and announces it', async (t) => {
        const console = await file.openConsole(t);
        await console.become('Dana Fox');
        await console.open('Maria Lopez');
        file.sandbox.gotallo.faults.set('native-answer-lost');
        await console.block(SPAM);
        await console.moveTime('+1 hour');
        await console.comeBack();
        const answer = console.details.getByRole('button', { name: 'It shows blocked' });
        await answer.focus();
        await console.page.keyboard.press('Enter');
        await untilFocus(console.page, /^Cancel$/);
        await console.page.keyboard.press('Enter');
        await untilFocus(console.page, /^It shows blocked$/);
        await console.page.keyboard.press('Enter');
        await tabTo(console.page, /^WhatsApp blocks them$/);
        await console.page.keyboard.press('Enter');
        await untilText(console.card.locator('[aria-live=polite]'), 'Noted: blocked on WhatsApp');
        await untilExactText(console.details, 'Blocked on WhatsApp');
    });

    it('offers to unblock whom WhatsApp still blocks, though the conversation is open', async (t) => {
        const console = await file.openConsole(t);
        await console.open('Maria Lopez');
        await console.block(SPAM);
        await untilExactText(console.details, 'Blocked on WhatsApp');
        file.sandbox.gotallo.faults.set('native-refused');
        await console.unblock();
        await untilText(console.badge, 'Open');
        await untilExactText(console.details, 'Still blocked on WhatsApp');
        await untilExactText(console.sandboxBar, 'On WhatsApp: blocked');
        await assertAccessible(console.card);
        await screenshot(console.card, 'card-still-blocked');

        file.sandbox.gotallo.faults.clear();
        await console.unblock();
        await untilExactText(console.sandboxBar, 'On WhatsApp: not blocked');
        await console.blockButton.waitFor();
    });
});

describe('the native block where GoTallo can be read', () => {
    const file = consoleForFile({ EVIDENCE_SECONDS: '0' }, { read: true });

    it('is confirmed by reading when the answer is lost', async (t) => {
        const console = await file.openConsole(t);
        await console.open('Maria Lopez');
        file.sandbox.gotallo.faults.set('native-answer-lost');
        await console.block(SPAM);
        await untilExactText(console.details, 'Blocked on WhatsApp');
        await untilExactText(console.sandboxBar, 'On WhatsApp: blocked');
        assert.equal(blockUserCalls(file), 1);
    });

    it('is seen to have been ended on WhatsApp itself', async (t) => {
        const console = await file.openConsole(t);
        await console.open('Maria Lopez');
        await console.block(SPAM);
        await untilExactText(console.details, 'Blocked on WhatsApp');
        await console.changeOnChannel('Unblock there');
        await console.page.reload();
        await untilExactText(console.details, 'Not blocked on WhatsApp');
        await untilText(console.badge, 'Kept out');
    });

    it('stays when an agent blocks somebody who was just blocked on WhatsApp itself', async (t) => {
        const console = await file.openConsole(t);
        await console.open('Maria Lopez');
        await console.changeOnChannel('Block there');
        await console.block(SPAM);
        await untilExactText(console.details, 'Blocked on WhatsApp');
        await untilExactText(console.sandboxBar, 'On WhatsApp: blocked');
        assert.equal(blockUserCalls(file), 0);
    });

    it('is seen when somebody set it on WhatsApp itself, and can be ended here', async (t) => {
        const console = await file.openConsole(t);
        await console.open('Maria Lopez');
        await console.changeOnChannel('Block there');
        await console.page.reload();
        await untilExactText(console.details, 'Still blocked on WhatsApp');
        await untilExactText(console.sandboxBar, 'On WhatsApp: blocked');
        await console.unblock();
        await untilExactText(console.sandboxBar, 'On WhatsApp: not blocked');
    });
});
