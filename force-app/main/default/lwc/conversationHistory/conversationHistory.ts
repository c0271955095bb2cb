import { api } from 'lwc';
import type { OperationView } from '#contract';
import { ClockedElement } from 'c/conversationLabels';
import { entryOf } from './entry';
import type { Entry } from './entry';
import * as i18n from './labels';

/** How many operations are drawn at first, and with each press of "Show more". */
const PAGE = 10;

/**
 * What was done to this conversation, newest first; closed at first. Names, reasons and notes are drawn as text.
 * @fires request when it is opened and there is nothing to draw yet, or after an error once more
 */
export default class ConversationHistory extends ClockedElement {
    /** Newest first; null as long as they were not loaded, or are out of date. */
    @api operations: readonly OperationView[] | null = null;
    /** Why they could not be loaded. */
    @api error: { message: string } | null = null;
    /** Whether they are being loaded. */
    @api busy = false;
    /** The name people know the channel by; null when it is not known. */
    @api channel: string | null = null;

    readonly i18n = { title: i18n.title, tryAgain: i18n.tryAgain, showMore: i18n.showMore };
    isOpen = false;
    private limit = PAGE;
    private focusOn: string | null = null;

    override renderedCallback(): void {
        // The button that was pressed may be gone; reading goes on where it brought the agent.
        if (this.focusOn) {
            this.template?.querySelector<HTMLElement>(`[data-id="${this.focusOn}"]`)?.focus();
            this.focusOn = null;
        }
    }

    get expanded(): 'true' | 'false' {
        return this.isOpen ? 'true' : 'false';
    }

    get icon(): string {
        return this.isOpen ? 'utility:chevrondown' : 'utility:chevronright';
    }

    get entries(): Entry[] {
        return (this.operations ?? []).slice(0, this.limit).map((each) => entryOf(each, this.channel, this.now));
    }

    get hasMore(): boolean {
        return (this.operations?.length ?? 0) > this.limit;
    }

    get failed(): boolean {
        return Boolean(this.error) && !this.busy;
    }

    /** Heard by screen readers. While it is loaded anew there is a change, which is announced already. */
    get status(): string {
        if (this.busy && !this.operations) {
            return i18n.loading;
        }
        return this.error?.message ?? (this.operations?.length === 0 ? i18n.empty : '');
    }

    handleToggle(): void {
        this.isOpen = !this.isOpen;
        if (this.isOpen && !this.operations && !this.busy) {
            this.handleRequest();
        }
    }

    handleRequest(): void {
        this.dispatchEvent(new CustomEvent('request'));
    }

    handleMore(): void {
        this.focusOn = this.operations?.[this.limit]?.id ?? null;
        this.limit += PAGE;
    }
}
