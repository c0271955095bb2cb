import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertAccessible } from './support/accessibility.ts';
import { consoleForFile } from './support/console-for-file.ts';
import { screenshot } from './support/screenshots.ts';
import { untilText } from './support/until.ts';

const WISH = { reason: 'Harassment', note: 'Called three times tonight' };

describe('when something goes wrong', () => {
    const file = consoleForFile();

    it('says that it is not known what holds when the answer is lost, and repeats the same wish on Try again', async (t) => {
        const console = await file.openConsole(t);
        await console.open('Maria Lopez');
        file.sandbox.gotallo.faults.set('answer-lost');
        await console.block(WISH);
        await untilText(console.trouble, 'not known yet');
        await untilText(console.badge, 'State unknown');
        await assertAccessible(console.card);
        await screenshot(console.card, 'trouble-answer-lost');

        file.sandbox.gotallo.faults.clear();
        await console.retryButton.click();
        await untilText(console.badge, 'Blocked');
        await untilText(console.card, WISH.note);
        assert.equal(await console.trouble.count(), 0);
    });

    it('says that nothing was changed when GoTallo refuses, with a request number', async (t) => {
        const console = await file.openConsole(t);
        await console.open('Maria Lopez');
        file.sandbox.gotallo.faults.set('unauthorized');
        await console.block(WISH);
        await untilText(console.trouble, 'Nothing was changed');
        await untilText(console.trouble, /Request [0-9a-f]/);
        await untilText(console.badge, 'Open');
        await screenshot(console.card, 'trouble-refused');
    });

    it('claims nothing when GoTallo answers 500 after it did as asked', async (t) => {
        const console = await file.openConsole(t);
        await console.open('Maria Lopez');
        file.sandbox.gotallo.faults.set('fails-after');
        await console.block(WISH);
        await untilText(console.badge, 'State unknown');
        await untilText(console.trouble, 'Trying again is safe');
    });

    it('claims nothing when a web page answers in place of GoTallo', async (t) => {
        const console = await file.openConsole(t);
        await console.open('Maria Lopez');
        file.sandbox.gotallo.faults.set('html');
        await console.block(WISH);
        await untilText(console.badge, 'State unknown');
    });

    it('says when to try again when GoTallo is busy', async (t) => {
        const console = await file.openConsole(t);
        await console.open('Maria Lopez');
        file.sandbox.gotallo.faults.set('too-many-requests', { seconds: 90 });
        await console.block(WISH);
        await untilText(console.trouble, 'in 90 seconds');
        await untilText(console.badge, 'Open');
        await screenshot(console.card, 'trouble-busy');
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
        await console.page.getByRole('button', { name: 'Expire sessions' }).click();
        await console.open('Jonas Weber');
        await untilText(console.badge, 'Closed');
    });

    it('keeps what was typed when the call fails', async (t) => {
        const console = await file.openConsole(t);
        await console.open('Maria Lopez');
        file.sandbox.gotallo.faults.set('unauthorized');
        await console.block(WISH);
        await untilText(console.trouble, 'Nothing was changed');
        await console.blockButton.click();
        assert.equal(await console.dialog.getByRole('textbox', { name: /Note/ }).inputValue(), WISH.note);
        await untilText(console.dialog, WISH.reason);
    });

    it('says that one is offline, and blocks once one is online again', async (t) => {
        const console = await file.openConsole(t);
        await console.open('Maria Lopez');
        await console.page.context().setOffline(true);
        await console.block(WISH);
        await untilText(console.trouble, 'You are offline');
        await screenshot(console.card, 'trouble-offline');
        await console.page.context().setOffline(false);
        await console.retryButton.click();
        await untilText(console.badge, 'Blocked');
    });

    it('says that the proxy cannot be reached when it is down', async (t) => {
        const console = await file.openConsole(t);
        await file.sandbox.stopProxy();
        await console.open('Maria Lopez');
        await untilText(console.trouble, 'proxy cannot be reached');
        await screenshot(console.card, 'trouble-proxy-down');
    });
});
