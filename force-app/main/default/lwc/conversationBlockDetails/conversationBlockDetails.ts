import { LightningElement, api } from 'lwc';
import type { ConversationView, PlatformBlockRequest } from '#contract';
import { everyMinute } from 'c/conversationLabels';
import { effectOf } from './effect';
import type { Effect } from './effect';
import { factsOf } from './facts';
import type { Facts } from './facts';
import * as i18n from './labels';

/**
 * Who blocked, when, until when, why, and what of it holds: on the channel, and in Salesforce. Names, reasons and notes
 * are drawn as text. What depends on the time follows the clock, and says so to nobody: a countdown must not speak.
 * @fires settle as c-conversation-platform-block
 */
export default class ConversationBlockDetails extends LightningElement {
    /** A view with a block of ours, in state BLOCKED, or of somebody whom the channel may block. */
    @api
    get view(): ConversationView {
        return this.shown;
    }
    set view(view: ConversationView) {
        this.shown = view;
        this.now = Date.now();
    }
    /** What is under way in the card, by kind of task. */
    @api busy: string | null = null;
    /** Whether to draw no more than a line of each: without the note, and without what things mean. */
    @api compact = false;

    readonly elsewhere = i18n.elsewhere;
    private shown!: ConversationView;
    private now = 0;
    private clock?: ReturnType<typeof everyMinute>;

    override connectedCallback(): void {
        this.clock = everyMinute(
            () => {
                this.now = Date.now();
            },
            () => Date.parse(this.view.block?.until ?? this.view.block?.since ?? '') || 0
        );
    }

    override disconnectedCallback(): void {
        this.clock?.stop();
    }

    get facts(): Facts | null {
        const { block, state } = this.view;
        return block && factsOf(block, state, this.now);
    }

    /** Blocked, with nobody of ours who did it. */
    get isElsewhere(): boolean {
        return this.view.state === 'BLOCKED';
    }

    get isBlocked(): boolean {
        return this.view.block !== null || this.isElsewhere;
    }

    get bar(): string {
        return this.view.block?.state === 'pending' || !this.isBlocked ? 'details details_pending' : 'details';
    }

    get effect(): Effect {
        return effectOf(this.view);
    }

    get explains(): boolean {
        return !this.compact;
    }

    get blockClass(): string {
        return this.compact ? 'slds-media slds-m-top_xx-small' : 'slds-media slds-m-top_small';
    }

    handleSettle({ detail }: CustomEvent<PlatformBlockRequest>): void {
        this.dispatchEvent(new CustomEvent<PlatformBlockRequest>('settle', { detail }));
    }
}
