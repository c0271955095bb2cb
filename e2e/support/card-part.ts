import type { FrameLocator, Locator, Page } from 'playwright-core';

/** The component under test on a page, or in a pane of one: everything is found by its role and its words. */
export class CardPart {
    private readonly root: Page | FrameLocator;

    constructor(root: Page | FrameLocator) {
        this.root = root;
    }

    /** The component under test. */
    get card(): Locator {
        return this.root.locator('c-conversation-block').filter({ visible: true });
    }

    get badge(): Locator {
        return this.card.locator('lightning-badge');
    }

    get dialog(): Locator {
        return this.root.getByRole('dialog');
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

    /** What the card says about trouble. */
    get trouble(): Locator {
        return this.card.locator('c-conversation-error-panel');
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
}
