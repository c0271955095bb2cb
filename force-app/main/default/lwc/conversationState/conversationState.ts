import { LightningElement, api } from 'lwc';
import type { ConversationView } from '#contract';
import { around, mayChannelBlock, shownState, stateLabel } from 'c/conversationLabels';
import { appearanceOf, lineOf } from './appearance';
import type { Appearance } from './appearance';
import { i18n } from './labels';

/** How long a state is as good as new. */
const MOMENT_MS = 60_000;

/**
 * Who, on which channel, in which state, and how old that knowledge is.
 * @fires refresh when the agent asks for the state once more
 */
export default class ConversationState extends LightningElement {
    /** The view to draw. */
    @api view!: ConversationView;
    /** Whether to offer asking again while the state is not known. */
    @api canRefresh = false;

    readonly i18n = i18n;
    readonly asOfWords = around(i18n.asOf);

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

    /**
     * A state was true when it was reported; only a moment later that goes without saying.
     * A timestamp, as lightning-relative-date-time takes no ISO text.
     */
    get asOf(): number | null {
        const reported = Date.parse(this.view.asOf ?? '');
        return Date.now() - reported > MOMENT_MS ? reported : null;
    }

    get offersRefresh(): boolean {
        return this.canRefresh && shownState(this.view) === null;
    }

    handleRefresh(): void {
        this.dispatchEvent(new CustomEvent('refresh'));
    }
}
