import { api } from 'lwc';
import type { OperationView } from '#contract';
import { ClockedElement, fire, format } from 'c/conversationLabels';
import { chevronOf } from './chevron';
import { entryOf } from './entry';
import type { Entry } from './entry';
import * as i18n from './labels';

/** How many operations are drawn at first, and with each press of "Show more". */
const PAGE = 10;

/** What is to be loaded: all anew, the page after what is there, or once more what failed. */
export type HistoryRequest = 'all' | 'more' | 'again';

/**
 * What was done to this conversation, newest first; closed at first. Names, reasons and notes are drawn as text.
 * @fires request with a HistoryRequest: when it is opened and there is nothing to draw yet, when more is wanted than is
 *   there, and after an error
 */
export default class ConversationHistory extends ClockedElement {
    /** Newest first; null as long as they were not loaded, or are out of date. */
    @api
    get operations(): readonly OperationView[] | null {
        return this.known;
    }
    set operations(value: readonly OperationView[] | null) {
        this.known = value;
        this.showMore();
    }

    /** Whether there are older ones that were not loaded. */
    @api hasOlder = false;
    /** Why they could not be loaded. */
    @api error: { message: string } | null = null;
    /** Whether they are being loaded. */
    @api busy = false;
    /** The name people know the channel by; null when it is not known. */
    @api channel: string | null = null;

    readonly i18n = { title: i18n.title, tryAgain: i18n.tryAgain, showMore: i18n.showMore };
    isOpen = false;
    private known: readonly OperationView[] | null = null;
    private limit = PAGE;
    private moreShown = 0;
    private wantsMore = false;
    private focusOn: string | null = null;

    override renderedCallback(): void {
        // The button that was pressed may be gone; reading goes on where it brought the agent.
        if (this.focusOn) {
            this.template?.querySelector<HTMLElement>(`[data-id="${this.focusOn}"]`)?.focus();
            this.focusOn = null;
        }
    }

    get icon(): string {
        return chevronOf(this.isOpen);
    }

    get entries(): Entry[] {
        return (this.operations ?? []).slice(0, this.limit).map((each) => entryOf(each, this.channel, this.now));
    }

    get hasMore(): boolean {
        return this.count > this.limit || (this.hasOlder && this.count > 0 && !this.failed);
    }

    get failed(): boolean {
        return Boolean(this.error) && !this.busy;
    }

    /** Heard by screen readers. While it is loaded anew there is a change, which is announced already. */
    get status(): string {
        if (this.busy && (!this.operations || this.wantsMore)) {
            return i18n.loading;
        }
        return this.error?.message ?? (this.operations?.length === 0 ? i18n.empty : this.news);
    }

    handleToggle(): void {
        this.isOpen = !this.isOpen;
        if (this.isOpen && !this.operations && !this.busy) {
            this.request('all');
        }
    }

    handleAgain(): void {
        this.request('again');
    }

    /** What is there already is shown at once; else it is when it has come. */
    handleMore(): void {
        this.wantsMore = true;
        if (this.count > this.limit) {
            this.showMore();
        } else {
            this.request('more');
        }
    }

    private get count(): number {
        return this.operations?.length ?? 0;
    }

    private get news(): string {
        return this.moreShown ? format(i18n.moreShown, this.moreShown, Math.min(this.limit, this.count)) : '';
    }

    private request(detail: HistoryRequest): void {
        fire<HistoryRequest>(this, 'request', detail);
    }

    private showMore(): void {
        const first = this.operations?.[this.limit];
        if (this.wantsMore && first) {
            this.wantsMore = false;
            this.focusOn = first.id;
            this.moreShown = Math.min(PAGE, this.count - this.limit);
            this.limit += PAGE;
        }
    }
}
