import type { Locator, Page } from 'playwright-core';

/** The console as a person uses it: everything is found by its role and its words. */
export class ConsolePage {
    readonly page: Page;

    constructor(page: Page) {
        this.page = page;
    }

    /** The component under test. */
    get card(): Locator {
        return this.page.locator('c-conversation-block').filter({ visible: true });
    }

    get badge(): Locator {
        return this.card.locator('lightning-badge');
    }

    get dialog(): Locator {
        return this.page.getByRole('dialog');
    }

    get blockButton(): Locator {
        return this.card.getByRole('button', { name: /^Block/ });
    }

    get unblockButton(): Locator {
        return this.card.getByRole('button', { name: /^Unblock/ });
    }

    get retryButton(): Locator {
        return this.card.getByRole('button', { name: /^Try/ });
    }

    /** What the card says of the channel's own block. */
    get platformBlock(): Locator {
        return this.card.locator('c-conversation-platform-block');
    }

    /** The sandbox bar, which shows what the platform itself does. */
    get sandboxBar(): Locator {
        return this.page.locator('console-sandbox-bar');
    }

    /** What the card says about trouble. */
    get trouble(): Locator {
        return this.card.locator('c-conversation-error-panel');
    }

    get transcript(): Locator {
        return this.page.getByRole('log', { name: 'Transcript' }).filter({ visible: true });
    }

    /** What Salesforce has of the conversation. */
    get herokuMessages(): Locator {
        return this.page.getByRole('list', { name: 'Heroku Messages in Salesforce' }).filter({ visible: true });
    }

    async open(name: string): Promise<void> {
        await this.page.getByRole('tab', { name: 'Conversations' }).click();
        await this.page.getByRole('link', { name }).click();
        await this.card.locator('lightning-badge, c-conversation-error-panel').first().waitFor();
    }

    async block({ reason, note }: { reason: string; note?: string }): Promise<void> {
        await this.blockButton.click();
        await this.fillDialog({ reason, ...(note === undefined ? {} : { note }) });
        await this.confirm();
    }

    async fillDialog({ reason, note }: { reason: string; note?: string }): Promise<void> {
        await this.dialog.getByRole('combobox', { name: 'Reason' }).click();
        await this.dialog.getByRole('option', { name: reason }).click();
        if (note !== undefined) await this.dialog.getByRole('textbox', { name: /Note/ }).fill(note);
    }

    async confirm(): Promise<void> {
        await this.dialog.getByRole('button', { name: 'Block', exact: true }).click();
    }

    async writeAsCustomer(text: string): Promise<void> {
        await this.page.getByRole('textbox', { name: 'Write as the customer' }).fill(text);
        await this.page.getByRole('button', { name: 'Send as customer' }).click();
        await this.transcript.getByText(text).waitFor();
    }

    /** The platform keeps the message back, so it is nowhere to be seen. */
    async writeInVain(text: string): Promise<void> {
        await this.page.getByRole('textbox', { name: 'Write as the customer' }).fill(text);
        await this.page.getByRole('button', { name: 'Send as customer' }).click();
        await this.page.getByText(/^Lost: /).waitFor();
    }

    /** Blocks or unblocks on the platform itself, which neither GoTallo nor the proxy is told. */
    async changeOnPlatform(action: 'Block there' | 'Unblock there'): Promise<void> {
        await this.page.getByRole('button', { name: action }).click();
        await this.page.getByText(/^Changed on /).waitFor();
    }

    async become(name: string): Promise<void> {
        await this.page.locator('console-global-header').getByRole('button').click();
        await this.page.getByRole('menuitemradio', { name }).click();
        await this.page.locator('console-global-header').getByText(name).first().waitFor();
    }
}
