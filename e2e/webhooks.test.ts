import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { consoleForFile } from './support/console-for-file.ts';
import { untilExactText, untilText } from './support/until.ts';

const SPAM = { reason: 'Spam' };

describe('what GoTallo tells by webhook', () => {
    // Salesforce is asked once, so whatever is new comes from a webhook.
    const file = consoleForFile({ EVIDENCE_SECONDS: '3600' });

    function conversationOf(name: string): string {
        const record = file.sandbox.records().find(({ person }) => name.startsWith(person.customer.firstName));
        return record?.conversationId ?? '';
    }

    it('opens a closed conversation in the card when the customer writes, though told twice', async (t) => {
        const console = await file.openConsole(t);
        await console.open('Jonas Weber');
        await untilText(console.badge, 'Closed');
        file.sandbox.resetCounts();
        file.sandbox.webhooks.delivery = 'twice';
        await console.writeAsCustomer('One more question');
        await file.sandbox.webhooks.delivered();
        await console.page.reload();
        await untilText(console.badge, 'Open');
        assert.equal(file.sandbox.counts().salesforce, 0);
    });

    it('shows that a block was ended elsewhere, and offers to block again', async (t) => {
        const console = await file.openConsole(t);
        await console.open('Nora Lind');
        await console.block(SPAM);
        await untilText(console.badge, 'Kept out');
        // So soon after the block it might be from before it.
        await console.moveTime('+1 hour');
        file.sandbox.gotallo.changeState(conversationOf('Nora Lind'), 'OPEN');
        await console.writeAsCustomer('I am back');
        await file.sandbox.webhooks.delivered();
        await console.page.reload();
        await untilText(console.badge, 'Open');
        await console.blockButton.waitFor();
        await untilText(console.card, 'Blocked once before, by Ana Silva for Spam');
        assert.equal(await console.details.count(), 0);
    });

    it('lets WhatsApp be asked again once the person has written', async (t) => {
        const console = await file.openConsole(t);
        await console.open('Ben Okafor');
        await console.writeAsCustomer('Win two phones');
        await file.sandbox.webhooks.delivered();
        await console.page.reload();
        await console.block(SPAM);
        await untilExactText(console.details, 'Blocked on WhatsApp');
        await untilExactText(console.sandboxBar, 'On WhatsApp: blocked');
    });

    it('counts in the order in which things happened, however it arrives', async (t) => {
        const console = await file.openConsole(t);
        await console.open('Nora Lind');
        await untilText(console.badge, 'Open');
        file.sandbox.webhooks.delivery = 'out-of-order';
        await console.writeAsCustomer('first');
        const id = conversationOf('Nora Lind');
        file.sandbox.gotallo.changeState(id, 'CLOSED');
        await file.sandbox.gotallo.agentWrites(id, 'Sam Lee', 'We close this');
        await file.sandbox.webhooks.delivered();
        await console.page.reload();
        await untilText(console.badge, 'Closed');
    });

    it('does not end a block with a message from before it that comes late', async (t) => {
        const console = await file.openConsole(t);
        await console.open('Nora Lind');
        file.sandbox.webhooks.delivery = 'out-of-order';
        await console.writeAsCustomer('before the block');
        await console.block(SPAM);
        await untilText(console.badge, 'Kept out');
        await console.writeAsCustomer('after the block');
        await file.sandbox.webhooks.delivered();
        await console.page.reload();
        await untilText(console.badge, 'Kept out');
        await untilText(console.card, 'Ana Silva');
        await untilText(console.card, 'Kept out of Salesforce');
    });
});
