import type { Locator } from 'playwright-core';
import type { ConsolePage } from '../console-page.ts';

/*
 * What an agent does, found by the parts of the card instead of by its words: the same in every language.
 */

const ENTRY = '[role=menuitem]';
const FORM = 'c-conversation-block-form';

/** Opens the block menu, or where a dialog has no room, the form in the card. */
export async function openBlock(console: ConsolePage): Promise<void> {
    await press(console, 'block');
    await console.card.locator(`${ENTRY}, ${FORM}`).first().waitFor();
}

/** Opens the form, wherever it is drawn. */
export async function openForm(console: ConsolePage): Promise<void> {
    await openBlock(console);
    const entries = console.card.locator(ENTRY);
    if ((await entries.count()) > 0) await entries.last().click();
    await console.page.locator(FORM).waitFor();
}

/** Blocks with the first reason. */
export async function blockAtOnce(console: ConsolePage): Promise<void> {
    await openBlock(console);
    await console.card.locator(`${ENTRY}, ${FORM} [data-reason] button`).first().click();
}

export async function openQuickAction({ page }: ConsolePage): Promise<void> {
    await page.locator('console-highlights-panel .slds-button-group button').first().click();
}

export async function openHistory({ history }: ConsolePage): Promise<void> {
    await history.locator('button[aria-expanded]').click();
}

/** Presses a button of the card's foot. */
export async function press({ card }: ConsolePage, action: string): Promise<void> {
    await card.locator(`[data-action=${action}] button`).first().click();
}

/** What is to be seen: a dialog when there is one, else the card. */
export async function shownPart({ page, card }: ConsolePage): Promise<Locator> {
    const dialog = page.getByRole('dialog');
    return (await dialog.count()) > 0 ? dialog : card;
}
