import { LightningElement, api } from 'lwc';
import type LightningButton from 'lightning/button';
import type { BlockView, ConversationView } from '#contract';
import { describePerson, format, reasonLabel } from 'c/conversationLabels';
import { i18n } from './labels';

/**
 * Asks, in the card itself, before a block is ended: whose it is, since when, and why. Takes focus to the answer that
 * changes nothing; Escape gives that answer too.
 * @fires confirm to unblock
 * @fires cancel to leave all as it is
 */
export default class ConversationConfirm extends LightningElement {
    /** The view whose block is to be ended. */
    @api view!: ConversationView;

    readonly i18n = i18n;
    private hasTakenFocus = false;

    override renderedCallback(): void {
        if (!this.hasTakenFocus) {
            this.hasTakenFocus = true;
            this.focus();
        }
    }

    /** Puts focus on the answer that changes nothing. */
    @api
    focus(): void {
        (this.refs?.['keep'] as unknown as LightningButton | undefined)?.focus();
    }

    get question(): string {
        return format(i18n.title, describePerson(this.view));
    }

    get block(): BlockView | null {
        return this.view.block;
    }

    get byTerm(): string {
        return this.block?.state === 'pending' ? i18n.askedBy : i18n.blockedBy;
    }

    get reason(): string | null {
        return this.block?.reason ? reasonLabel(this.block.reason) : null;
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
