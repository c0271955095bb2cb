import { api } from 'lwc';
import type { ConversationView } from '#contract';
import type { CardAction } from 'c/conversationActions';
import { ClockedElement, exactTime, fire, format, momentOf, shownState } from 'c/conversationLabels';
import { appearanceOf } from './appearance';
import type { Appearance } from './appearance';
import { earlierBlocksOf } from './earlier';
import * as i18n from './labels';
import { undoSentence } from './undo';
import type { UndoSentence } from './undo';

/** How long a state is as good as new. */
const MOMENT_MS = 60_000;
const SECOND_MS = 1_000;

/**
 * Who, on which channel and in which state, always in view; how old that knowledge is, and which blocks there were before.
 * Below, for some seconds, what was done just now, and Undo. It stays as long as it has focus, and its place stays
 * afterwards: nothing else moves to where the pointer rests.
 * @fires refresh when the agent asks for the state once more
 * @fires act with `undo`, to take back what was done
 * @fires undoover when Undo is not offered anymore
 */
export default class ConversationState extends ClockedElement {
    /** The view to draw. */
    @api view!: ConversationView;
    /** Whether to offer asking again while the state is not known, or the card lags. */
    @api canRefresh = false;
    /** Since when the card could not be refreshed, in milliseconds; null while it is up to date. */
    @api lagSince: number | null = null;
    /** Whether something is under way; Undo is dead then. */
    @api busy = false;

    /** Until when Undo is offered, in milliseconds since 1970; null when there is nothing to take back. */
    @api
    get undoUntil(): number | null {
        return this.end;
    }
    set undoUntil(value: number | null) {
        this.offerUntil(value);
    }

    readonly checkAgain = i18n.checkAgain;
    /** How much room the lines took with Undo when it was last offered; empty as long as it was not. */
    place = '';
    private end: number | null = null;
    private secondsLeft = 0;
    private undoTimer: ReturnType<typeof setTimeout> | undefined;

    /** Says what is true now to whoever uses a screen reader; nothing can be pressed by mistake there. */
    @api
    focus(): void {
        (this.refs?.['state'] as HTMLElement | undefined)?.focus();
        // The state is always in view, so focus alone brings back nothing of what is below it.
        (this.refs?.['lines'] as HTMLElement | undefined)?.scrollIntoView?.({ block: 'nearest' });
    }

    override disconnectedCallback(): void {
        super.disconnectedCallback();
        clearTimeout(this.undoTimer);
    }

    override get moment(): string | null {
        return this.view.asOf;
    }

    get appearance(): Appearance {
        return appearanceOf(this.view, this.now);
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

    get undo(): UndoSentence | null {
        return this.end === null ? null : undoSentence(this.view, this.secondsLeft);
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
        fire(this, 'refresh');
    }

    /** The second click of a double one was meant for the button that stood there before. */
    handleUndo({ detail }: MouseEvent): void {
        if (detail <= 1) {
            fire<CardAction>(this, 'act', 'undo');
        }
    }

    /** Undo ends with its time, but not while it has focus. */
    handleTime(): void {
        const hasFocus = this.template?.activeElement?.matches('.undo *');
        if (this.end && (hasFocus || this.end > Date.now())) {
            this.countDown();
        } else if (this.end) {
            this.offerUntil(null);
            fire(this, 'undoover');
        }
    }

    private offerUntil(end: number | null): void {
        this.keepPlace();
        this.end = end;
        this.countDown();
    }

    private countDown(): void {
        clearTimeout(this.undoTimer);
        const left = Math.max(0, (this.end ?? 0) - Date.now());
        this.secondsLeft = Math.ceil(left / SECOND_MS);
        if (this.end) {
            // eslint-disable-next-line @lwc/lwc/no-async-operation -- ended when it leaves the page
            this.undoTimer = setTimeout(() => this.handleTime(), left % SECOND_MS || SECOND_MS);
        }
    }

    private keepPlace(): void {
        const height = this.undo && this.refs?.['lines']?.getBoundingClientRect().height;
        this.place = height ? `min-block-size: ${height}px` : this.place;
    }
}
