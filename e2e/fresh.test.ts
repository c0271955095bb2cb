import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { consoleForFile } from './support/console-for-file.ts';
import type { ConsolePage } from './support/console-page.ts';
import { screenshot } from './support/screenshots.ts';
import { untilText } from './support/until.ts';

const NORA = 'Nora Lind';

describe('how fresh the card is', () => {
    // Salesforce counts as fresh for long, so that only what GoTallo tells is new.
    const file = consoleForFile({ EVIDENCE_SECONDS: '3600' });

    function idOf(name: string): string {
        return file.recordOf(name).conversationId ?? '';
    }

    /** GoTallo's own doing, told by webhook and, where they are on, by a platform event. */
    async function closedElsewhere(name: string): Promise<void> {
        file.sandbox.gotallo.changeState(idOf(name), 'CLOSED');
        await file.sandbox.gotallo.agentWrites(idOf(name), 'Sam Lee', 'We close this');
        await file.sandbox.webhooks.delivered();
    }

    it('shows what a webhook tells within two seconds, by itself', async (t) => {
        const console = await file.openRecord(t, NORA);
        await untilText(console.badge, 'Open');
        await console.untilSubscribed();
        await closedElsewhere(NORA);
        await console.badge.filter({ hasText: 'Closed' }).waitFor({ timeout: 2_000 });
        await untilText(console.announced, 'Conversation state: Closed');
    });

    it('refreshes on return to the tab where events are switched off, and not before', async (t) => {
        const console = await file.openConsole(t);
        await console.switchPlatformEvents(false);
        await console.open(NORA);
        await untilText(console.badge, 'Open');
        await console.hide();
        file.sandbox.resetCounts();
        await closedElsewhere(NORA);
        await console.moveTime('+1 hour');
        assert.equal(file.sandbox.counts().controller, 0);
        await untilText(console.badge, 'Open');
        await console.comeBack();
        await untilText(console.badge, 'Closed');
        assert.equal(file.sandbox.counts().controller, 1);
    });

    it('asks nothing for a hidden tab, whatever happens, and once on return', async (t) => {
        const console = await file.openRecord(t, NORA);
        await console.untilSubscribed();
        await console.hide();
        file.sandbox.resetCounts();
        await closedElsewhere(NORA);
        await file.sandbox.gotallo.customerWrites(idOf(NORA), 'Hello?');
        await console.moveTime('+1 day');
        assert.equal(file.sandbox.counts().controller, 0);
        const asked = console.page.waitForResponse(/getConversation/);
        await console.comeBack();
        await asked;
        await untilText(console.badge, 'Open');
        assert.equal(file.sandbox.counts().controller, 1);
    });

    it('says as of when, where the state is known from Salesforce only', async (t) => {
        const console = await file.openRecord(t, 'Jonas Weber');
        await untilText(console.card, /As of/);
    });

    it('says since when it could not be refreshed, and is up to date again on the next return', async (t) => {
        const console = await file.openRecord(t, NORA, { isThrownAway: true });
        await untilText(console.badge, 'Open');
        await console.page.context().setOffline(true);
        await console.comeBack();
        await untilText(console.card, 'Not refreshed since');
        await untilText(console.badge, 'Open');
        await screenshot(console.card, 'card-lagging');
        await console.page.context().setOffline(false);
        await console.button(/^Check again/).click();
        await console.card.getByText('Not refreshed since').waitFor({ state: 'detached' });
    });

    it('subscribes once for two cards on a page, and both follow', async (t) => {
        const console = await file.openConsole(t);
        const subscribing = subscriptions(console);
        await console.open(NORA);
        await console.untilSubscribed();
        await console.page.getByRole('button', { name: 'GoTallo Conversation' }).click();
        const badges = console.card.locator('lightning-badge');
        await badges.nth(1).waitFor();
        await closedElsewhere(NORA);
        await untilText(badges.nth(0), 'Closed');
        await untilText(badges.nth(1), 'Closed');
        assert.equal(subscribing.length, 1);
        await screenshot(console.page, 'utility-bar');
    });

    it("tells the other card of the page of an agent's own change, where events are switched off", async (t) => {
        const console = await file.openConsole(t);
        await console.switchPlatformEvents(false);
        await console.open(NORA);
        await console.page.getByRole('button', { name: 'GoTallo Conversation' }).click();
        const utility = console.page.getByRole('region', { name: 'GoTallo Conversation' });
        await utility.locator('lightning-badge').waitFor();
        await utility.getByRole('button', { name: /^Close:/ }).click();
        const badges = console.card.locator('lightning-badge');
        await untilText(badges.nth(0), 'Closed');
        await untilText(badges.nth(1), 'Closed');
    });

    it("asks again when the page's own refresh is pressed", async (t) => {
        const console = await file.openConsole(t);
        await console.switchPlatformEvents(false);
        await console.open(NORA);
        await untilText(console.badge, 'Open');
        await closedElsewhere(NORA);
        file.sandbox.resetCounts();
        await console.page.getByRole('button', { name: 'Refresh' }).click();
        await untilText(console.badge, 'Closed');
        assert.equal(file.sandbox.counts().controller, 1);
    });

    it('keeps what is being typed when a colleague blocks meanwhile, and says so', async (t) => {
        const console = await file.openRecord(t, NORA, { query: 'formFactor=Small', width: 390, height: 1400 });
        await console.blockButton.click();
        const form = console.card.getByRole('group', { name: /^Keep Nora Lind/ });
        await form.getByRole('textbox', { name: /Note/ }).fill('Half a sentence');
        const colleague = await file.openRecord(t, NORA, { query: 'user=sam' });
        await colleague.block({ reason: 'Spam' });
        await untilText(console.card, 'This is not possible anymore. What you entered is still here.');
        assert.equal(await form.getByRole('button', { name: 'Block', exact: true }).isDisabled(), true);
        assert.equal(await form.getByRole('textbox', { name: /Note/ }).inputValue(), 'Half a sentence');
        await screenshot(console.card, 'card-changed-meanwhile');
    });
});

/** Every question for a subscription; what is asked of one names the last event. */
function subscriptions({ page }: ConsolePage): string[] {
    const found: string[] = [];
    page.on('request', (request) => {
        const url = new URL(request.url());
        if (url.pathname === '/sandbox/events' && !url.searchParams.has('after')) found.push(request.url());
    });
    return found;
}
