import type { FrameLocator, Locator, Page } from 'playwright-core';
import type {} from '../../sandbox/console/platform/page-time.ts';

/** What an agent enters in the form. */
export interface BlockForm {
    reason: string;
    note?: string;
    /** Such as `1 hour`; as it is preset when left out. */
    length?: string;
}

/** For how long Undo is offered at most, and a little more. */
const UNDO_SECONDS = 31;

/** The entry of the block menu that opens the form. */
const WITH_NOTE = 'With a note or an end…';

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

    /** Asks the channel once more to block. */
    get retryNativeBlockButton(): Locator {
        return this.button(/^Block on /);
    }

    get changeButton(): Locator {
        return this.button(/^Change block/);
    }

    get undoButton(): Locator {
        return this.button(/^Undo/);
    }

    get retryButton(): Locator {
        return this.card.getByRole('button', { name: /^Try/ });
    }

    /** What the card asks before it ends somebody else's block, or one with a note. */
    get question(): Locator {
        return this.card.getByRole('group', { name: /^Unblock .+\?$/ });
    }

    /** What was done just now, and how to take it back. */
    get undoStrip(): Locator {
        return this.card.locator('c-conversation-state .undo');
    }

    get history(): Locator {
        return this.card.locator('c-conversation-history');
    }

    /** Who blocked, when, until when and why, and what holds on the channel and in Salesforce. */
    get details(): Locator {
        return this.card.locator('c-conversation-block-details');
    }

    /** What the card says about trouble. */
    get trouble(): Locator {
        return this.card.locator('c-conversation-error-panel');
    }

    /** What a screen reader is told without being asked. */
    get announced(): Locator {
        return this.card.locator('[aria-live=polite]');
    }

    button(name: RegExp): Locator {
        return this.card.getByRole('button', { name });
    }

    /** Blocks with a reason in two clicks; what else there is to say takes the dialog. */
    async block({ reason, note, length }: BlockForm): Promise<void> {
        if (note === undefined && length === undefined) {
            await this.chooseInMenu(reason);
            return;
        }
        await this.openBlockDialog();
        await this.fillDialog({ reason, ...(note !== undefined && { note }), ...(length !== undefined && { length }) });
        await this.confirm();
    }

    /** An entry of the block menu. */
    entry(label: string): Locator {
        return this.card.getByRole('menuitem', { name: label, exact: true });
    }

    async chooseInMenu(label: string): Promise<void> {
        await this.press(this.blockButton);
        await this.entry(label).click();
    }

    /** Opens the dialog from the menu. */
    async openBlockDialog(): Promise<void> {
        await this.chooseInMenu(WITH_NOTE);
    }

    async fillDialog(form: BlockForm): Promise<void> {
        await fillForm(this.dialog, form);
    }

    async confirm(): Promise<void> {
        await this.dialog.getByRole('button', { name: 'Block', exact: true }).click();
    }

    /** Gives the open block another end. */
    async change(length: string): Promise<void> {
        await this.changeButton.click();
        await choose(this.dialog, 'Block for', length);
        await this.dialog.getByRole('button', { name: 'Save', exact: true }).click();
    }

    async unblock(): Promise<void> {
        await this.press(this.unblockButton);
    }

    /** Lets the time of Undo be over in this page, as far as the page knows. */
    async letUndoEnd(): Promise<void> {
        await this.undoButton.waitFor();
        const mended = await this.card.evaluateHandle((_card, seconds) => {
            const { setTimeAhead } = window;
            const ahead = Date.now() - performance.timeOrigin - performance.now();
            setTimeAhead(ahead + seconds * 1_000);
            window.setTimeAhead = () => undefined;
            return () => {
                window.setTimeAhead = setTimeAhead;
                setTimeAhead(ahead);
            };
        }, UNDO_SECONDS);
        await this.undoStrip.waitFor({ state: 'detached' });
        await mended.evaluate((mend) => mend());
    }

    /** Unblocks where the card asks first, and says yes. */
    async unblockAfterQuestion(): Promise<void> {
        await this.unblock();
        await this.question.getByRole('button', { name: 'Unblock', exact: true }).click();
    }

    /** Says as a supervisor what the channel shows, and says so once more when the card asks. */
    async sayWhatItShows(answer: string, again: string): Promise<void> {
        await this.details.getByRole('button', { name: answer }).click();
        await this.card
            .getByRole('group', { name: /^Your answer: / })
            .getByRole('button', { name: again })
            .click();
    }

    async openHistory(): Promise<void> {
        await this.history.getByRole('button', { name: 'History' }).click();
        await this.history.getByRole('listitem').first().waitFor();
    }

    /** Presses Block or Unblock; where Undo is offered instead, once its time is over. */
    private async press(button: Locator): Promise<void> {
        await button.or(this.undoButton).first().waitFor();
        if (await this.undoButton.isVisible()) await this.letUndoEnd();
        await button.click();
    }
}

/** Fills the form wherever it is drawn. */
export async function fillForm(form: Locator, { reason, note, length }: BlockForm): Promise<void> {
    await choose(form, 'Reason', reason);
    if (length !== undefined) await choose(form, 'Block for', length);
    if (note !== undefined) await form.getByRole('textbox', { name: /Note/ }).fill(note);
}

export async function choose(form: Locator, field: string, option: string): Promise<void> {
    await form.getByRole('combobox', { name: field }).click();
    await form.getByRole('option', { name: option, exact: true }).click();
}
