import { LightningElement, api } from 'lwc';
import type LightningButton from 'lightning/button';
import type { ConversationView } from '#contract';
import { describePerson, exactTime, format, reasonLabel } from 'c/conversationLabels';
import * as i18n from './labels';

/**
 * Asks, in the card itself, before a block is ended: whose it is, since when, and why. Takes focus to the answer that
 * changes nothing; Escape gives that answer too.
 * @fires confirm to unblock
 * @fires cancel to leave all as it is
 */
export default class ConversationConfirm extends LightningElement {
    /** The view whose block is to be ended. */
    @api view!: ConversationView;

    readonly keep = i18n.keep;
    readonly unblock = i18n.unblock;
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

    /** Whose block it is, since when, and why; empty when it ended meanwhile. */
    get facts(): { term: string; text: string }[] {
        const { block } = this.view;
        if (!block) {
            return [];
        }
        return [
            { term: block.state === 'pending' ? i18n.askedBy : i18n.blockedBy, text: block.by.name },
            { term: i18n.when, text: exactTime(block.since, Date.now()) },
            { term: i18n.reason, text: block.reason ? reasonLabel(block.reason) : '' },
            { term: i18n.note, text: block.note ?? '' }
        ].filter(({ text }) => text);
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
