import { LightningElement, api } from 'lwc';
import type LightningButton from 'lightning/button';
import type { ConversationView } from '#contract';
import { factsOf } from 'c/conversationLabels';
import type { Fact } from 'c/conversationLabels';
import { wordsOf } from './words';
import type { Asked, Words } from './words';

/**
 * Asks, in the card itself, before something is done: before a block is ended, whose it is, since when, and why; before
 * an answer about the channel is taken, what follows from it. Escape leaves all as it is.
 * @fires confirm to do it
 * @fires cancel to leave all as it is
 */
export default class ConversationConfirm extends LightningElement {
    /** The view that it is asked about. */
    @api view!: ConversationView;
    /** What is to be done. */
    @api task: Asked = { kind: 'unblock', command: {} };
    /** Whether the card is at work, so that nothing can be done. */
    @api busy = false;

    /** Puts focus on the answer that changes nothing. */
    @api
    focus(): void {
        (this.refs?.['no'] as unknown as LightningButton | undefined)?.focus();
    }

    get words(): Words {
        return wordsOf(this.view, this.task);
    }

    /** What is known of the block that would be ended; empty when it ended meanwhile. */
    get facts(): Fact[] {
        return this.task.kind === 'unblock' ? factsOf(this.view, Date.now()) : [];
    }

    handleNo(): void {
        this.dispatchEvent(new CustomEvent('cancel'));
    }

    /** The second click of a double one was meant for what stood here before. */
    handleYes({ detail }: MouseEvent): void {
        if (detail <= 1) {
            this.dispatchEvent(new CustomEvent('confirm'));
        }
    }

    /** What is around, such as a dialog, must not take the same Escape for itself. */
    handleKeyDown(event: KeyboardEvent): void {
        if (event.key === 'Escape') {
            event.stopPropagation();
            this.handleNo();
        }
    }
}
