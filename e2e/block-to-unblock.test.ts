import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { consoleForFile } from './support/console-for-file.ts';
import { screenshot } from './support/screenshots.ts';
import { untilText } from './support/until.ts';

describe('from block to unblock', () => {
    // Nothing of Salesforce counts as fresh, so that a page loaded again shows what is true now.
    const file = consoleForFile({ EVIDENCE_SECONDS: '0' });

    it('keeps the messages of a blocked person out of Salesforce, tells colleagues why, and lets them in again', async (t) => {
        const console = await file.openConsole(t);
        await console.open('Nora Lind');
        await untilText(console.badge, 'Open');
        const before = await console.countHerokuMessages();

        await console.block({ reason: 'Spam', note: 'Crypto links every minute' });
        await untilText(console.badge, 'Kept out');
        await untilText(console.card, 'Kept out of Salesforce');

        await console.writeAsCustomer('Earn even more');
        assert.equal(await console.countHerokuMessages(), before);
        await screenshot(console.page, 'console-blocked');

        await console.become('Sam Lee');
        await untilText(console.card, 'Ana Silva');
        await untilText(console.card, 'Spam');
        await untilText(console.card, 'Crypto links every minute');

        await console.unblockAfterQuestion();
        await untilText(console.badge, 'Open');
        await console.writeAsCustomer('Sorry, that was my son');
        await untilText(console.herokuMessages, 'Sorry, that was my son');
        assert.equal(await console.countHerokuMessages(), before + 1);
    });

    it('sends each call once however often the confirming button is pressed', async (t) => {
        const console = await file.openConsole(t);
        await console.open('Maria Lopez');
        file.sandbox.gotallo.faults.set('slow', { seconds: 1, times: 1 });
        await console.openBlockDialog();
        await console.fillDialog({ reason: 'Abuse' });
        file.sandbox.resetCounts();
        await console.dialog.getByRole('button', { name: 'Block', exact: true }).dblclick();
        await untilText(console.badge, 'Blocked');
        const calls = file.callsAbout('Maria Lopez').map(({ method, path }) => `${method} ${path.split('/').at(-2)}`);
        assert.deepEqual(calls, ['PUT details', 'POST block']);
    });

    it('changes nothing when the dialog is cancelled', async (t) => {
        const console = await file.openConsole(t);
        await console.open('Maria Lopez');
        file.sandbox.resetCounts();
        await console.openBlockDialog();
        await console.dialog.getByRole('button', { name: 'Cancel', exact: true }).click();
        await console.dialog.waitFor({ state: 'hidden' });
        await untilText(console.badge, 'Open');
        assert.equal(file.sandbox.counts().controller, 0);
    });

    it('does not block without a reason', async (t) => {
        const console = await file.openConsole(t);
        await console.open('Maria Lopez');
        file.sandbox.resetCounts();
        await console.openBlockDialog();
        await console.confirm();
        await untilText(console.dialog, 'Choose a reason.');
        assert.equal(file.sandbox.counts().controller, 0);
    });

    it('opens a closed conversation again when the customer writes', async (t) => {
        const console = await file.openConsole(t);
        await console.open('Jonas Weber');
        await untilText(console.badge, 'Closed');
        await console.writeAsCustomer('One more question');
        await untilText(console.herokuMessages, 'One more question');
        await console.page.reload();
        await untilText(console.badge, 'Open');
    });

    it('does not open a blocked conversation again when the customer writes', async (t) => {
        const console = await file.openConsole(t);
        await console.open('Jonas Weber');
        await console.block({ reason: 'Spam' });
        await untilText(console.badge, 'Kept out');
        await console.writeAsCustomer('Hello again');
        await console.page.reload();
        await untilText(console.badge, 'Kept out');
        assert.equal(await console.herokuMessages.getByText('Hello again').count(), 0);
    });

    it('shows markup in a note as the text it is', async (t) => {
        const console = await file.openConsole(t);
        await console.open('Maria Lopez');
        await console.block({ reason: 'Other', note: '<img src=x onerror="document.title=1"> & "so on"' });
        await untilText(console.card, '<img src=x onerror="document.title=1"> & "so on"');
        assert.equal(await console.card.locator('img').count(), 0);
    });
});

describe('what a page and a block cost', () => {
    const file = consoleForFile({ EVIDENCE_SECONDS: '30' });

    it('costs one call to the controller and one to the proxy to open a page, and the same to block', async (t) => {
        const console = await file.openConsole(t);
        await console.become('Robin Doe');
        file.sandbox.resetCounts();
        await console.open('Nora Lind');
        const opened = file.sandbox.counts();
        t.diagnostic(`page opened by a new agent: ${JSON.stringify(opened)}`);
        assert.equal(opened.controller, 1);
        assert.equal(opened.proxy, 1);
        assert.equal(opened.gotallo, 0);
        assert.equal(opened.salesforce, 2);

        file.sandbox.resetCounts();
        await console.page.reload();
        await untilText(console.badge, 'Open');
        const again = file.sandbox.counts();
        t.diagnostic(`page opened again: ${JSON.stringify(again)}`);
        assert.deepEqual(again, { controller: 1, proxy: 1, salesforce: 0, gotallo: 0 });

        await console.become('Ana Silva');
        await console.open('Nora Lind');
        file.sandbox.resetCounts();
        await console.block({ reason: 'Spam' });
        await untilText(console.badge, 'Kept out');
        const blocked = file.sandbox.counts();
        t.diagnostic(`block by a known agent: ${JSON.stringify(blocked)}`);
        assert.equal(blocked.controller, 1);
        assert.equal(blocked.proxy, 1);
        assert.equal(blocked.gotallo, 1);
    });
});
