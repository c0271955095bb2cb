import { LightningElement, api } from 'lwc';
import type LightningButton from 'lightning/button';
import type { ConversationView } from '#contract';
import type { BlockDraft } from 'c/conversationBlockForm';
import { factsOf, fire, format, keyAsks, noteComplaint } from 'c/conversationLabels';
import type { Fact } from 'c/conversationLabels';
import userId from '@salesforce/user/Id';
import * as i18n from './labels';
import { wordsOf } from './words';
import type { Asked, Words } from './words';

interface NoteField {
    focus(): void;
    reportValidity(): boolean;
    setCustomValidity(message: string): void;
}

/**
 * Asks, in the card itself, before something is done: before a block is ended, whose it is, since when, and why; before
 * an answer about the channel is taken, what follows from it. Whoever ends a colleague's block can leave them a word. Escape
 * leaves all as it is.
 * @fires typed with the BlockDraft so far
 * @fires confirm to do it
 * @fires cancel to leave all as it is
 */
export default class ConversationConfirm extends LightningElement {
    /** The view that it is asked about. */
    @api view!: ConversationView;
    /** What is to be done. */
    @api task: Asked = { kind: 'unblock', command: {} };
    /** With the word to the colleague, so far. */
    @api draft: BlockDraft | null = null;
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

    get note(): string | null {
        return this.draft?.note ?? null;
    }

    /** Empty where it is not a colleague's block that would be ended. */
    get wordLabel(): string {
        const by = this.view.block?.by;
        return this.task.kind === 'unblock' && by && by.id !== userId ? format(i18n.word, by.name) : '';
    }

    /** Says at once that it is too long. */
    handleNote({ detail }: CustomEvent<{ value: string }>): void {
        this.isInOrder(detail.value);
        fire<BlockDraft>(this, 'typed', { note: detail.value });
    }

    handleNo(): void {
        fire(this, 'cancel');
    }

    /** The second click of a double one was meant for what stood here before. */
    handleYes({ detail }: MouseEvent): void {
        if (detail <= 1) {
            this.confirm();
        }
    }

    /** Ctrl+Enter in the word confirms. What is around, such as a dialog, must not take the same Escape for itself. */
    handleKeyDown(event: KeyboardEvent): void {
        const asks = keyAsks(event);
        if (asks === 'cancel') {
            event.stopPropagation();
            this.handleNo();
        } else if (asks && event.target === this.field) {
            this.confirm();
        }
    }

    private confirm(): void {
        if (!this.isInOrder(this.note)) {
            this.field?.focus();
        } else if (!this.busy) {
            fire(this, 'confirm');
        }
    }

    private isInOrder(note: string | null): boolean {
        this.field?.setCustomValidity(noteComplaint(note));
        return this.field?.reportValidity() ?? true;
    }

    private get field(): (NoteField & EventTarget) | undefined {
        return this.refs?.['note'] as unknown as (NoteField & EventTarget) | undefined;
    }
}
