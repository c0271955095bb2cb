import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { assertAccessible } from './support/accessibility.ts';
import { choose, fillForm } from './support/card-part.ts';
import { consoleForFile } from './support/console-for-file.ts';
import type { ConsolePage } from './support/console-page.ts';
import { untilFocus } from './support/keyboard.ts';
import { screenshot } from './support/screenshots.ts';
import { untilText } from './support/until.ts';

const NORA = 'Nora Lind';

describe('where the component can stand', () => {
    const file = consoleForFile();

    it('shows on an app page what is chosen beside it', async (t) => {
        const console = await file.openConsole(t, { path: '/lightning/n/GoTallo_Conversations' });
        await untilText(console.card, 'Open a record with a GoTallo conversation to see it here.');
        const list = console.page.getByRole('region', { name: 'Conversations' });
        for (const [name, state] of [
            ['Jonas Weber', 'Closed'],
            [NORA, 'Open']
        ] as const) {
            await list.getByRole('button', { name: new RegExp(name) }).click();
            await untilText(console.card, name);
            await untilText(console.badge, state);
        }
        await console.block({ reason: 'Spam' });
        await untilText(console.badge, 'Kept out');
        await screenshot(console.page, 'app-page');
    });

    it('follows the page in the utility bar', async (t) => {
        const console = await file.openConsole(t);
        await console.page.getByRole('button', { name: 'GoTallo Conversation' }).click();
        const utility = console.page.getByRole('region', { name: 'GoTallo Conversation' });
        await untilText(utility, 'Open a record with a GoTallo conversation');
        await console.page.getByRole('tab', { name: 'Conversations' }).click();
        await console.page.getByRole('link', { name: 'Jonas Weber' }).click();
        await untilText(utility, 'Jonas Weber');
        await untilText(utility, 'Closed');
        await console.page.getByRole('tab', { name: 'Conversations' }).click();
        await console.page.getByRole('link', { name: NORA }).click();
        await untilText(utility, NORA);
    });

    it('hands a flow the conversation and its state as they are when the screen is left', async (t) => {
        const { recordId, conversationId } = file.recordOf(NORA);
        const console = await file.openConsole(t, { path: `/flow/GoTallo_Check_Conversation?recordId=${recordId}` });
        await console.block({ reason: 'Spam' });
        await untilText(console.badge, 'Kept out');
        await screenshot(console.page, 'flow-screen');
        await console.page.getByRole('button', { name: 'Next' }).click();
        const outputs = console.page.locator('[data-region="flow-outputs"]');
        await untilText(outputs, 'BLOCKED');
        await untilText(outputs, conversationId ?? 'none');
    });

    it('blocks from the highlights panel, and the card beside it shows it', async (t) => {
        const console = await file.openRecord(t, NORA);
        await console.openQuickAction();
        await untilText(console.dialog, 'We stop their new messages from entering Salesforce');
        await assertAccessible(console.dialog);
        await screenshot(console.page, 'quick-action');
        await fillForm(console.dialog, { reason: 'Abuse', note: 'From the quick action' });
        await console.confirm();
        await console.dialog.waitFor({ state: 'hidden' });
        await untilText(
            console.page.locator('.slds-notify_toast'),
            'Blocked. New messages are kept out of Salesforce.'
        );
        await untilText(console.badge, 'Kept out');
        await untilText(console.details, 'From the quick action');
    });

    it('blocks from the highlights panel with one reason, which stands first', async (t) => {
        const console = await file.openRecord(t, NORA);
        await console.openQuickAction();
        await console.dialog.getByRole('button', { name: 'Fraud', exact: true }).click();
        await console.dialog.waitFor({ state: 'hidden' });
        await untilText(
            console.page.locator('.slds-notify_toast'),
            'Blocked. New messages are kept out of Salesforce.'
        );
        await screenshot(console.page, 'quick-action-done');
        await untilText(console.details, 'Fraud');
    });

    it('says in the quick action when there is nothing to block', async (t) => {
        const console = await file.openRecord(t, 'Chloe Martin');
        await console.openQuickAction();
        await untilText(console.dialog, 'This conversation cannot be used anymore');
        assert.equal(await console.dialog.getByRole('button', { name: /^Block/ }).count(), 0);
    });

    it('asks in the card itself in the mobile app, and gives focus back', async (t) => {
        const console = await openMobile(t);
        await console.blockButton.click();
        const form = console.card.getByRole('group', { name: /^Keep Nora Lind/ });
        await form.waitFor();
        assert.equal(await console.dialog.count(), 0);
        await untilFocus(console.page, /^Keep Nora Lind out of Salesforce\?$/);
        await assertAccessible(console.card);
        await screenshot(console.page, 'mobile-block');
        await fillForm(form, { reason: 'Spam', length: '7 days' });
        await form.getByRole('button', { name: 'Block', exact: true }).click();
        await untilText(console.badge, 'Kept out');
        assert.equal(await console.dialog.count(), 0);
        await screenshot(console.page, 'mobile-blocked');
        await console.unblock();
        await untilText(console.badge, 'Open');
    });

    it('blocks in the mobile app with one reason, which stands first', async (t) => {
        const console = await openMobile(t);
        await console.blockButton.click();
        await console.card.getByRole('button', { name: 'Fraud', exact: true }).click();
        await untilText(console.badge, 'Kept out');
        await untilText(console.details, 'Fraud');
    });

    it('loses no click in the form to a complaint about a reason that was not asked for yet', async (t) => {
        const console = await openMobile(t);
        await console.blockButton.click();
        // The page scrolls to what takes focus, and the button with it.
        await untilFocus(console.page, /^Keep Nora Lind out of Salesforce\?$/);
        const cancel = console.card.getByRole('button', { name: 'Cancel' });
        const { x = 0, y = 0, width = 0, height = 0 } = (await cancel.boundingBox()) ?? {};
        const { mouse } = console.page;
        await mouse.move(x + width / 2, y + height / 2);
        await mouse.down();
        assert.equal(await console.card.getByText('Choose a reason.').count(), 0);
        await mouse.up();
        await console.blockButton.waitFor();
        await console.blockButton.click();
        await console.card.getByRole('button', { name: 'Block', exact: true }).click();
        await untilText(console.card, 'Choose a reason.');
        await untilFocus(console.page, /^Reason/);
    });

    it('closes an open list with Escape, and the form in the card with the next', async (t) => {
        const console = await openMobile(t);
        const { keyboard } = console.page;
        await console.blockButton.click();
        await console.card.getByRole('combobox', { name: 'Reason' }).click();
        await console.card.getByRole('option').first().waitFor();
        await keyboard.press('Escape');
        await console.card.getByRole('option').first().waitFor({ state: 'hidden' });
        await console.card.getByRole('group', { name: /^Keep Nora Lind/ }).waitFor();
        await keyboard.press('Escape');
        await untilFocus(console.page, /^Block Nora Lind/);
        await untilText(console.badge, 'Open');
    });

    it('changes nothing when the form in the card is cancelled', async (t) => {
        const console = await openMobile(t);
        file.sandbox.resetCounts();
        await console.blockButton.click();
        await console.card.getByRole('button', { name: 'Cancel' }).click();
        await console.blockButton.waitFor();
        assert.equal(file.sandbox.counts().controller, 0);
    });

    function openMobile(t: TestContext): Promise<ConsolePage> {
        return file.openRecord(t, NORA, { query: 'formFactor=Small', width: 390, height: 1300 });
    }
});

describe('what an admin can set', () => {
    const file = consoleForFile();

    async function openBuilder(t: TestContext, user: string, name = NORA): Promise<ConsolePage> {
        const console = await file.openRecord(t, name, { query: `user=${user}` });
        await console.page.getByRole('button', { name: 'App Builder' }).click();
        return console;
    }

    async function set(console: ConsolePage, label: string, value: string | boolean): Promise<void> {
        const field = console.page.getByRole('region', { name: 'App Builder' }).getByLabel(new RegExp(`^${label}`));
        const saved = console.page.waitForResponse(
            (response) => response.request().method() === 'PUT' && response.url().includes('/sandbox/pages/')
        );
        if (typeof value === 'boolean') await field.setChecked(value);
        else if ((await field.evaluate(({ tagName }) => tagName)) === 'SELECT') await field.selectOption(value);
        else {
            await field.fill(value);
            await field.blur();
        }
        await saved;
    }

    it('is explained to admins where it is wrong, and the rest works', async (t) => {
        const console = await openBuilder(t, 'maya');
        await console.page.getByRole('button', { name: 'Set it wrong' }).click();
        await untilText(console.card, 'Only admins see this');
        for (const words of ['2 weeks', 'yesterday', 'tiny', 'Reasons']) await untilText(console.card, words);
        await untilText(console.trouble, 'The chosen field is missing, hidden from this user, or no text.');
        await assertAccessible(console.card);
        await console.page.getByRole('button', { name: 'Close App Builder' }).click();
        await screenshot(console.card, 'settings-wrong-admin');
        await console.page.getByRole('button', { name: 'App Builder' }).click();
        await console.page.getByRole('button', { name: 'Set it back' }).click();
        await untilText(console.badge, 'Open');
        assert.equal(await console.card.getByText('Only admins see this').count(), 0);
    });

    it('is said politely to agents where it is wrong', async (t) => {
        const console = await openBuilder(t, 'ana');
        await console.page.getByRole('button', { name: 'Set it wrong' }).click();
        await untilText(console.trouble, 'This card is not fully set up');
        assert.doesNotMatch(await console.card.innerText(), /admins see|2 weeks|tiny|No_Such_Field/);
        await screenshot(console.card, 'settings-wrong-agent');
    });

    it('is which reasons and durations there are, and which is chosen first', async (t) => {
        const console = await openBuilder(t, 'ana');
        await set(console, 'Reasons', 'Spam, Wasting time');
        await set(console, 'Durations', '1h,7d');
        await set(console, 'Duration Chosen First', '7d');
        await console.page.reload();
        await console.openBlockDialog();
        assert.deepEqual(await optionsOf(console, 'Reason'), ['Spam', 'Wasting time']);
        assert.deepEqual(await optionsOf(console, 'Block for'), ['1 hour', '7 days']);
        await choose(console.dialog, 'Reason', 'Wasting time');
        await console.confirm();
        await untilText(console.details, 'Wasting time');
        await untilText(console.details, /in 7 days|in 6 days/);
    });

    it('is for which reasons a note is required, and lengths of one’s own', async (t) => {
        const console = await openBuilder(t, 'ana');
        await set(console, 'Require a Note for Reasons', 'Fraud');
        await set(console, 'Durations', '2w,12h,none');
        await console.page.reload();
        await console.chooseInMenu('Fraud…');
        assert.deepEqual(await optionsOf(console, 'Block for'), ['2 weeks', '12 hours', 'Until unblocked']);
        await console.confirm();
        await untilText(console.dialog, 'Write a note. This reason needs one.');
        await assertAccessible(console.dialog);
        await console.dialog.getByRole('textbox', { name: /Note/ }).fill('Asked for card numbers');
        await console.confirm();
        await untilText(console.details, 'Asked for card numbers');
    });

    it('is whether a reason is required', async (t) => {
        const console = await openBuilder(t, 'ana');
        await set(console, 'Require a Reason', false);
        await console.page.reload();
        await console.openBlockDialog();
        await console.confirm();
        await untilText(console.badge, 'Kept out');
        assert.equal(await console.details.getByText('Reason').count(), 0);
    });

    it('is whether the card is compact, and whether it shows the history', async (t) => {
        const console = await openBuilder(t, 'ana', 'Omar Haddad');
        await console.history.waitFor();
        await set(console, 'Density', 'compact');
        await set(console, 'Show History', false);
        await console.history.waitFor({ state: 'detached' });
        await untilText(console.details, /Blocked by Dana Fox/);
        assert.equal(await console.details.getByRole('term').count(), 0);
        await assertAccessible(console.card);
        await screenshot(console.card, 'card-compact');
    });
});

async function optionsOf(console: ConsolePage, field: string): Promise<string[]> {
    const combobox = console.dialog.getByRole('combobox', { name: field });
    const options = console.dialog.getByRole('option').filter({ visible: true });
    await combobox.click();
    await options.first().waitFor();
    const names = await options.allInnerTexts();
    await combobox.press('Escape');
    await options.first().waitFor({ state: 'hidden' });
    return names.map((name) => name.trim());
}
