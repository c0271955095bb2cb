import type { Locator, Page } from 'playwright-core';
import { CardPart } from './card-part.ts';

/** By which pages tell the sandbox who looks at them. */
const USER_HEADER = 'x-sandbox-user';

/** The console as a person uses it: everything is found by its role and its words. */
export class ConsolePage extends CardPart {
    readonly page: Page;

    constructor(page: Page) {
        super(page);
        this.page = page;
    }

    /** The sandbox bar, which shows what the channel itself does. */
    get sandboxBar(): Locator {
        return this.page.locator('console-sandbox-bar');
    }

    /** Where one stands: the bar's menu of places loads another page. */
    async goTo(place: string): Promise<void> {
        const loaded = this.page.waitForEvent('load');
        await this.page.getByRole('combobox', { name: 'Place' }).selectOption({ label: place });
        await loaded;
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
        await this.untilShown();
    }

    /** Waits until the card shows a state, or what is in its way. */
    async untilShown(): Promise<void> {
        await this.card.locator('lightning-badge, c-conversation-error-panel').first().waitFor();
    }

    async writeAsCustomer(text: string): Promise<void> {
        await this.page.getByRole('textbox', { name: 'Write as the customer' }).fill(text);
        await this.page.getByRole('button', { name: 'Send as customer' }).click();
        await this.transcript.getByText(text).waitFor();
    }

    /** The channel keeps the message back, so it is nowhere to be seen. */
    async writeInVain(text: string): Promise<void> {
        await this.page.getByRole('textbox', { name: 'Write as the customer' }).fill(text);
        await this.page.getByRole('button', { name: 'Send as customer' }).click();
        await this.page.getByText(/^Lost: /).waitFor();
    }

    /** Blocks or unblocks on the channel itself, which neither GoTallo nor the proxy is told. */
    async changeOnChannel(action: 'Block there' | 'Unblock there'): Promise<void> {
        await this.page.getByRole('button', { name: action }).click();
        await this.page.getByText(/^Changed on /).waitFor();
    }

    /** One of the two agents on the page with panes, from 0. */
    pane(index: number): CardPart {
        return new CardPart(this.page.frameLocator('iframe').nth(index));
    }

    /** Moves time forward, and waits until the bar says so, which it may have said before. */
    async moveTime(step: '+1 hour' | '+1 day' | '+7 days'): Promise<void> {
        const moved = this.page.waitForResponse(/\/sandbox\/time$/);
        await this.page.getByRole('button', { name: step }).click();
        await moved;
        await this.page.getByText(/^Time has moved by /).waitFor();
    }

    /**
     * Waits until the card is told of what others do from now on; earlier is soon enough for a person, and too soon here.
     * @param user whose card, by first name, where there are several on the page
     */
    async untilSubscribed(user = ''): Promise<void> {
        await this.page.waitForResponse((response) => {
            const { [USER_HEADER]: username = '' } = response.request().headers();
            return /\/sandbox\/events\?.*after=/.test(response.url()) && username.startsWith(user);
        });
    }

    /** How many Heroku Messages Salesforce has, once they are shown: people here have written before. */
    async countHerokuMessages(): Promise<number> {
        const messages = this.herokuMessages.getByRole('listitem');
        await messages.first().waitFor();
        return messages.count();
    }

    /** Opens the quick action's window. */
    async openQuickAction(): Promise<void> {
        await this.page.getByRole('button', { name: 'Block conversation' }).click();
        await this.dialog.waitFor();
    }

    /** As when another tab of the browser is opened in front. */
    async hide(): Promise<void> {
        await this.setVisibility('hidden');
    }

    /** Returns to the tab. */
    async comeBack(): Promise<void> {
        await this.setVisibility('visible');
    }

    /** Switches one of GoTallo's faults on by the bar's own words, or `works`. */
    async letGoTallo(label: string): Promise<void> {
        await this.page.getByRole('combobox', { name: 'GoTallo', exact: true }).selectOption({ label });
        await this.page.getByText(`GoTallo ${label}.`, { exact: true }).waitFor();
    }

    async switchPlatformEvents(isOn: boolean): Promise<void> {
        await this.page.getByRole('checkbox', { name: 'Platform events' }).setChecked(isOn);
        await this.page.getByText(`Platform events are ${isOn ? 'on' : 'off'}.`).waitFor();
    }

    /** Switches the user, and waits for the page that is loaded then: the menu itself names everybody already. */
    async become(name: string): Promise<void> {
        const profile = this.page.locator('console-global-header').getByRole('button', { name: /^Switch user:/ });
        await profile.click();
        await this.page.getByRole('menuitemradio', { name }).click();
        await profile.filter({ hasText: name }).waitFor();
    }

    /** A browser without a window never hides a page by itself. */
    private async setVisibility(state: DocumentVisibilityState): Promise<void> {
        for (const frame of this.page.frames()) {
            await frame.evaluate((value) => {
                Object.defineProperty(document, 'visibilityState', { configurable: true, value });
                document.dispatchEvent(new Event('visibilitychange'));
            }, state);
        }
    }
}
