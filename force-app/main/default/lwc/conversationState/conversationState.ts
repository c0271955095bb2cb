import { api } from 'lwc';
import type { ConversationView } from '#contract';
import { ClockedElement, exactTime, format, momentOf, shownState } from 'c/conversationLabels';
import { appearanceOf } from './appearance';
import type { Appearance } from './appearance';
import { earlierBlocksOf } from './earlier';
import * as i18n from './labels';

/** How long a state is as good as new. */
const MOMENT_MS = 60_000;

/**
 * Who, on which channel, in which state, how old that knowledge is, and which blocks there were before.
 * @fires refresh when the agent asks for the state once more
 */
export default class ConversationState extends ClockedElement {
    /** The view to draw. */
    @api view!: ConversationView;
    /** Whether to offer asking again while the state is not known, or the card lags. */
    @api canRefresh = false;
    /** Since when the card could not be refreshed, in milliseconds; null while it is up to date. */
    @api lagSince: number | null = null;

    readonly checkAgain = i18n.checkAgain;

    /** Says what is true now to whoever uses a screen reader; nothing can be pressed by mistake there. */
    @api
    focus(): void {
        (this.refs?.['state'] as HTMLElement | undefined)?.focus();
    }

    override get moment(): string | null {
        return this.view.asOf;
    }

    get appearance(): Appearance {
        return appearanceOf(this.view);
    }

    get hasPerson(): boolean {
        return Boolean(this.view.customer.name ?? this.view.channel.label);
    }

    /** What stands after the name, if there is one. */
    get channel(): string {
        const { customer, channel } = this.view;
        return `${customer.name && channel.label ? ' · ' : ''}${channel.label ?? ''}`;
    }

    /** What came before, of a conversation that is not blocked. */
    get earlier(): string {
        return earlierBlocksOf(this.view, this.now);
    }

    /** A state was true when it was reported; only a moment later that goes without saying. */
    get age(): string | null {
        if (this.lagSince) {
            return format(i18n.lagSince, exactTime(this.lagSince, this.now));
        }
        const asOf = Date.parse(this.view.asOf ?? '');
        // A time that cannot be read is no age either.
        return this.now - asOf >= MOMENT_MS ? format(i18n.asOf, momentOf(asOf, this.now)) : null;
    }

    get offersRefresh(): boolean {
        return this.canRefresh && (Boolean(this.lagSince) || shownState(this.view) === null);
    }

    handleRefresh(): void {
        this.dispatchEvent(new CustomEvent('refresh'));
    }
}
