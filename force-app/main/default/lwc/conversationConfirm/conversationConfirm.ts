import { LightningElement, api } from 'lwc';
import type LightningButton from 'lightning/button';
import type { ConversationView } from '#contract';
import { describePerson, factsOf, format } from 'c/conversationLabels';
import type { Fact } from 'c/conversationLabels';
import * as i18n from './labels';

/**
 * Asks, in the card itself, before a block is ended: whose it is, since when, and why. Escape leaves all as it is.
 * @fires confirm to unblock
 * @fires cancel to leave all as it is
 */
export default class ConversationConfirm extends LightningElement {
    /** The view whose block is to be ended. */
    @api view!: ConversationView;
    /** Whether the card is at work, so that nothing can be unblocked. */
    @api busy = false;

    readonly labels = { keep: i18n.keep, unblock: i18n.unblock };

    /** Puts focus on the answer that changes nothing. */
    @api
    focus(): void {
        (this.refs?.['keep'] as unknown as LightningButton | undefined)?.focus();
    }

    get question(): string {
        return format(i18n.title, describePerson(this.view));
    }

    /** Empty when the block ended meanwhile. */
    get facts(): Fact[] {
        return factsOf(this.view, Date.now());
    }

    handleKeep(): void {
        this.dispatchEvent(new CustomEvent('cancel'));
    }

    handleUnblock(): void {
        this.dispatchEvent(new CustomEvent('confirm'));
    }

    /** What is around, such as a dialog, must not take the same Escape for itself. */
    handleKeyDown(event: KeyboardEvent): void {
        if (event.key === 'Escape') {
            event.stopPropagation();
            this.handleKeep();
        }
    }
}
