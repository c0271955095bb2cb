import { LightningElement, api } from 'lwc';
import type { ConversationView } from '#contract';
import {
    everyMinute,
    exactTime,
    format,
    mayChannelBlock,
    momentOf,
    shownState,
    stateLabel
} from 'c/conversationLabels';
import { appearanceOf, lineOf } from './appearance';
import type { Appearance } from './appearance';
import * as i18n from './labels';

/** How long a state is as good as new. */
const MOMENT_MS = 60_000;

/** How old what the card shows is. */
interface Age {
    words: string;
    /** Null where the words are exact. */
    exact: string | null;
}

/**
 * Who, on which channel, in which state, and how old that knowledge is.
 * @fires refresh when the agent asks for the state once more
 */
export default class ConversationState extends LightningElement {
    /** The view to draw. */
    @api
    get view(): ConversationView {
        return this.shown;
    }
    set view(view: ConversationView) {
        this.shown = view;
        this.now = Date.now();
    }
    /** Whether to offer asking again while the state is not known, or the card lags. */
    @api canRefresh = false;
    /** Since when the card could not be refreshed, in milliseconds; null while it is up to date. */
    @api lagSince: number | null = null;

    readonly checkAgain = i18n.checkAgain;
    private shown!: ConversationView;
    private now = 0;
    private clock?: ReturnType<typeof everyMinute>;

    override connectedCallback(): void {
        this.clock = everyMinute(
            () => {
                this.now = Date.now();
            },
            () => Date.parse(this.view.asOf ?? '') || 0
        );
    }

    override disconnectedCallback(): void {
        this.clock?.stop();
    }

    get label(): string {
        return stateLabel(shownState(this.view));
    }

    get appearance(): Appearance {
        return appearanceOf(shownState(this.view));
    }

    get line(): string | null {
        return lineOf(shownState(this.view), mayChannelBlock(this.view));
    }

    get badgeClass(): string {
        return `badge ${this.appearance.theme}`;
    }

    get customerName(): string | null {
        return this.view.customer.name;
    }

    get channelLabel(): string | null {
        return this.view.channel.label;
    }

    get hasPerson(): boolean {
        return Boolean(this.customerName ?? this.channelLabel);
    }

    get hasNameAndChannel(): boolean {
        return Boolean(this.customerName && this.channelLabel);
    }

    /** A state was true when it was reported; only a moment later that goes without saying. */
    get age(): Age | null {
        if (this.lagSince) {
            return { words: format(i18n.lagSince, exactTime(this.lagSince, this.now)), exact: null };
        }
        const asOf = Date.parse(this.view.asOf ?? '');
        // A time that cannot be read is no age either.
        if (!(this.now - asOf >= MOMENT_MS)) {
            return null;
        }
        const { relative, exact } = momentOf(asOf, this.now);
        return { words: format(i18n.asOf, relative), exact };
    }

    get offersRefresh(): boolean {
        return this.canRefresh && (Boolean(this.lagSince) || shownState(this.view) === null);
    }

    handleRefresh(): void {
        this.dispatchEvent(new CustomEvent('refresh'));
    }
}
