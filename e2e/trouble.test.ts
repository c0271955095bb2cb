import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { assertAccessible } from './support/accessibility.ts';
import { consoleForFile } from './support/console-for-file.ts';
import type { ConsolePage } from './support/console-page.ts';
import { screenshot } from './support/screenshots.ts';
import { shownTexts } from './support/shown-texts.ts';
import { untilText } from './support/until.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const COMMAND = { reason: 'Harassment', note: 'Called three times tonight' };

describe('when something goes wrong', () => {
    // Permissions are asked for each time, so that one that is taken away is missed at once.
    const file = consoleForFile({ AUTH_CACHE_SECONDS: '0' });

    it('says that it is not known what holds when the answer is lost, and repeats the same command on Try again', async (t) => {
        const console = await file.openConsole(t);
        await console.open('Maria Lopez');
        file.sandbox.gotallo.faults.set('answer-lost');
        await console.block(COMMAND);
        await untilText(console.trouble, 'Not confirmed yet.');
        await untilText(console.badge, 'Not known yet');
        await assertAccessible(console.card);
        await screenshot(console.card, 'trouble-answer-lost');

        file.sandbox.gotallo.faults.clear();
        await console.retryButton.click();
        await untilText(console.badge, 'Blocked');
        await untilText(console.card, COMMAND.note);
        assert.equal(await console.trouble.count(), 0);
    });

    it('says that nothing was changed when GoTallo refuses, with a request number', async (t) => {
        const console = await file.openConsole(t);
        await console.open('Maria Lopez');
        file.sandbox.gotallo.faults.set('unauthorized');
        await console.block(COMMAND);
        await untilText(console.trouble, 'Nothing was changed');
        await untilText(console.trouble, /Request [0-9a-f]/);
        await untilText(console.badge, 'Open');
        await screenshot(console.card, 'trouble-refused');
    });

    it('claims nothing when GoTallo answers 500 after it did as asked', async (t) => {
        const console = await file.openConsole(t);
        await console.open('Maria Lopez');
        file.sandbox.gotallo.faults.set('fails-after');
        await console.block(COMMAND);
        await untilText(console.badge, 'Not known yet');
        await untilText(console.trouble, 'It may or may not hold. We keep trying.');
    });

    it('claims nothing when a web page answers in place of GoTallo', async (t) => {
        const console = await file.openConsole(t);
        await console.open('Maria Lopez');
        file.sandbox.gotallo.faults.set('html');
        await console.block(COMMAND);
        await untilText(console.badge, 'Not known yet');
    });

    it('says when to try again when GoTallo is busy', async (t) => {
        const console = await file.openConsole(t);
        await console.open('Maria Lopez');
        file.sandbox.gotallo.faults.set('too-many-requests', { seconds: 90 });
        await console.block(COMMAND);
        await untilText(console.trouble, 'in 2 minutes');
        await untilText(console.badge, 'Open');
        await screenshot(console.card, 'trouble-busy');
        file.sandbox.gotallo.faults.clear();
        await console.openBlockDialog();
        await untilText(console.dialog, COMMAND.reason);
        assert.equal(await console.dialog.getByRole('textbox', { name: /Note/ }).inputValue(), COMMAND.note);
    });

    it('offers to try again when Salesforce is down, and shows the state once it is back', async (t) => {
        const console = await file.openConsole(t);
        await console.open('Maria Lopez');
        file.sandbox.org.fault = 'unavailable';
        await console.open('Jonas Weber');
        await untilText(console.trouble, 'Salesforce could not');
        await assertAccessible(console.card);
        await screenshot(console.card, 'trouble-salesforce-down');
        file.sandbox.org.fault = 'none';
        await console.retryButton.click();
        await untilText(console.badge, 'Closed');
    });

    it('goes on by itself when the Salesforce session has ended, as the platform fetches a new token', async (t) => {
        const console = await file.openConsole(t);
        await console.open('Maria Lopez');
        await console.page.getByRole('button', { name: 'End Salesforce sessions' }).click();
        await console.open('Jonas Weber');
        await untilText(console.badge, 'Closed');
        await console.page.getByRole('button', { name: 'End Salesforce sessions' }).click();
        await console.block(COMMAND);
        await untilText(console.badge, 'Kept out');
        await untilText(console.card, COMMAND.note);
    });

    it('keeps what was typed when the call fails', async (t) => {
        const console = await file.openConsole(t);
        await console.open('Maria Lopez');
        file.sandbox.gotallo.faults.set('unauthorized');
        await console.block(COMMAND);
        await untilText(console.trouble, 'Nothing was changed');
        await console.openBlockDialog();
        await untilText(console.dialog, COMMAND.reason);
        assert.equal(await console.dialog.getByRole('textbox', { name: /Note/ }).inputValue(), COMMAND.note);
    });

    it('says that one is offline, and blocks once one is online again', async (t) => {
        const console = await file.openConsole(t, { isThrownAway: true });
        await console.open('Maria Lopez');
        await console.page.context().setOffline(true);
        await console.block(COMMAND);
        await untilText(console.trouble, 'You are offline');
        await screenshot(console.card, 'trouble-offline');
        await console.page.context().setOffline(false);
        await console.retryButton.click();
        await untilText(console.badge, 'Blocked');
        await untilText(console.card, COMMAND.note);
        await untilText(console.card, COMMAND.reason);
    });

    it('says so when one is offline on load, and loads on Try again', async (t) => {
        const console = await file.openConsole(t);
        await console.page.route(/\/aura\//, (route) => route.abort('internetdisconnected'));
        await console.page.evaluate(() => Object.defineProperty(navigator, 'onLine', { get: () => false }));
        await console.open('Nora Lind');
        await untilText(console.trouble, 'You are offline');
        assert.equal(await console.badge.count(), 0);
        await console.page.unroute(/\/aura\//);
        await console.retryButton.click();
        await untilText(console.badge, 'Open');
    });

    it('says that it still works when it takes long, and then that it is done', async (t) => {
        const console = await file.openRecord(t, 'Nora Lind');
        file.sandbox.gotallo.faults.set('slow', { seconds: 5.8 });
        const announced = await shownTexts(console.announced);
        await console.block(COMMAND);
        await untilText(console.card, 'Blocking…');
        assert.equal(await console.card.getByRole('button', { name: 'Blocking…' }).isDisabled(), true);
        await screenshot(console.card, 'trouble-slow');
        await untilText(console.badge, 'Kept out');
        const said = (await announced()).map((text) => text.trim());
        assert.ok(said.includes('Still working…'), said.join(' | '));
        assert.equal(await console.card.getByText('Still working…').count(), 0);
    });

    it('takes the buttons away when the permission was taken away meanwhile, says whom to ask, and what holds', async (t) => {
        const console = await file.openRecord(t, 'Nora Lind');
        await console.blockButton.waitFor();
        withdrawPermission(t, 'ana.silva@sandbox.example');
        await console.block(COMMAND);
        await untilText(console.trouble, 'Not blocked. You may not do this.');
        await untilText(console.trouble, 'GoTallo Agent');
        await untilText(console.badge, 'Open');
        assert.equal(await console.blockButton.count(), 0);
        await assertAccessible(console.card);
        await screenshot(console.card, 'trouble-permission-taken-away');
    });

    it('says that a record has no conversation yet, to everybody in the same words', async (t) => {
        for (const user of ['ana', 'maya']) {
            const console = await file.openRecord(t, 'Lena Fischer', { query: `user=${user}` });
            await untilText(console.trouble, 'This record has no GoTallo conversation yet');
            assert.equal(await console.blockButton.count(), 0);
        }
    });

    it('loses nothing of a note of 10,000 characters: it says by how many it is too long, and takes it once shortened', async (t) => {
        const console = await file.openRecord(t, 'Nora Lind');
        await console.openBlockDialog();
        await console.fillDialog({ reason: 'Spam', note: 'x'.repeat(10_000) });
        await console.confirm();
        await untilText(console.dialog, 'Too long by 8000: a note holds 2000 characters');
        const note = console.dialog.getByRole('textbox', { name: /Note/ });
        assert.equal((await note.inputValue()).length, 10_000);
        assert.deepEqual(file.callsAbout('Nora Lind'), []);
        await screenshot(console.page, 'dialog-note-too-long');
        await note.fill('x'.repeat(2_000));
        await console.confirm();
        await untilText(console.badge, 'Kept out');
        assert.equal(await console.card.evaluate((card) => card.scrollWidth > card.clientWidth), false);
    });

    it('shows markup in names, reasons and notes as text', async (t) => {
        const { conversationId = '', person } = file.recordOf('Nora Lind');
        const console = await file.openRecord(t, 'Nora Lind');
        const { firstName } = person.customer;
        t.after(() => Object.assign(person.customer, { firstName }));
        Object.assign(person.customer, { firstName: '<img src=x onerror="document.title=1">' });
        await file.sandbox.gotallo.customerWrites(conversationId ?? '', '<b>bold</b>');
        await file.sandbox.webhooks.delivered();
        await console.page.reload();
        await untilText(console.card, '<img src=x onerror="document.title=1">');
        await console.block({ reason: 'Other', note: '<script>document.title=2</script>' });
        await untilText(console.details, '<script>document.title=2</script>');
        await console.openHistory();
        await untilText(console.history, '<script>document.title=2</script>');
        assert.equal(await console.card.locator('img, script, b').count(), 0);
        assert.doesNotMatch(await console.page.title(), /^[12]$/);
    });

    it('refuses an end that is over, in words, and keeps the rest', async (t) => {
        const console = await file.openRecord(t, 'Nora Lind');
        await console.openBlockDialog();
        await console.fillDialog({ ...COMMAND, length: 'Until a date and time' });
        await fillEnd(console, new Date(Date.now() + file.sandbox.time.ahead() - 2 * DAY_MS));
        await console.confirm();
        await untilText(console.dialog, 'This time is over. Choose a later one.');
        assert.deepEqual(file.callsAbout('Nora Lind'), []);
        assert.equal(await console.dialog.getByRole('textbox', { name: /Note/ }).inputValue(), COMMAND.note);
        await fillEnd(console, new Date(Date.now() + file.sandbox.time.ahead() + 2 * DAY_MS));
        // The field is a base component: its own field for the time has no label in the version on npm.
        await assertAccessible(console.dialog, console.dialog.getByRole('group', { name: 'Blocked until' }));
        await screenshot(console.page, 'dialog-custom-end');
        await console.confirm();
        await untilText(console.details, /in 2 days/);
    });

    it('says that the connection failed when the proxy is down, without a word that only admins know', async (t) => {
        const console = await file.openConsole(t);
        await file.sandbox.stopProxy();
        await console.open('Maria Lopez');
        await untilText(console.trouble, 'The connection to GoTallo failed.');
        assert.doesNotMatch(await console.card.innerText(), /proxy|set-up/i);
        await screenshot(console.card, 'trouble-proxy-down');
    });

    function withdrawPermission(t: TestContext, username: string): void {
        const user = file.sandbox.org.findUser(username);
        const before = user?.permissions;
        Object.assign(user ?? {}, { permissions: [] });
        t.after(() => Object.assign(user ?? {}, { permissions: before }));
    }
});

/** The base component has one field for the date and one for the time. */
async function fillEnd(console: ConsolePage, end: Date): Promise<void> {
    const options = { year: 'numeric', month: '2-digit', day: '2-digit', timeZone: 'UTC' } as const;
    const date = new Intl.DateTimeFormat('en-US', options).format(end);
    const time = new Intl.DateTimeFormat('en-US', { timeStyle: 'short', timeZone: 'UTC' }).format(end);
    const field = console.dialog.getByRole('group', { name: 'Blocked until' });
    await field.getByLabel('Date').fill(date);
    await field.getByLabel('Date').press('Tab');
    await field.getByRole('combobox', { name: 'Time' }).fill(time);
    await field.getByRole('combobox', { name: 'Time' }).press('Tab');
}
