import { LightningElement, api } from 'lwc';
import type { ConversationView } from '#contract';
import { around, shownState, stateLabel } from 'c/conversationLabels';
import { appearanceOf } from './appearance';
import type { Appearance } from './appearance';
import { i18n } from './labels';

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
     * What the proxy set itself holds now; what others reported was true when they reported it.
     * A timestamp, as lightning-relative-date-time takes no ISO text.
     */
    get asOf(): number | null {
        const { asOf, stateSource } = this.view;
        return asOf && stateSource !== 'proxy' ? Date.parse(asOf) : null;
    }

    get offersRefresh(): boolean {
        return this.canRefresh && shownState(this.view) === null;
    }

    handleRefresh(): void {
        this.dispatchEvent(new CustomEvent('refresh'));
    }
}
