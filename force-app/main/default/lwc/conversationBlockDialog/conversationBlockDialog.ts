import { api } from 'lwc';
import type LightningCombobox from 'lightning/combobox';
import LightningModal from 'lightning/modal';
import type { ConversationView } from '#contract';
import { format, reasonOptions } from 'c/conversationLabels';
import { expectationOf } from './expectation';
import type { Expectation } from './expectation';
import { i18n } from './labels';

/** The proxy takes no longer notes. */
const NOTE_MAX_LENGTH = 2000;

/** What the agent decided. */
export interface BlockDecision {
    reason: string;
    /** Null when left empty. */
    note: string | null;
}

interface DialogParameters extends Partial<BlockDecision> {
    /** The question, as title. */
    label: string;
    size: 'small';
    /** Of whom to block. */
    view: ConversationView;
    /** Called when the dialog has left the page, some time after it was closed. */
    ongone?: () => void;
}

/**
 * Says what a block means, asks why, and closes with the decision. It makes no call: the card does, so that the answer,
 * its errors and Retry have one place and outlive the dialog.
 */
export default class ConversationBlockDialog extends LightningModal {
    /** @returns the decision; undefined when the agent cancelled */
    declare static open: (parameters: DialogParameters) => Promise<BlockDecision | undefined>;

    /** The view that the agent looked at; it tells what to expect. */
    @api view!: ConversationView;
    /** Reason to start with. */
    @api
    get reason(): string {
        return this.chosenReason;
    }
    set reason(value: string | null | undefined) {
        this.chosenReason = value ?? '';
    }

    /** Note to start with. */
    @api
    get note(): string {
        return this.typedNote;
    }
    set note(value: string | null | undefined) {
        this.typedNote = value ?? '';
    }

    readonly i18n = i18n;
    readonly noteMaxLength = NOTE_MAX_LENGTH;
    readonly reasonOptions = reasonOptions();

    private chosenReason = '';
    private typedNote = '';
    private isDecided = false;

    override disconnectedCallback(): void {
        this.dispatchEvent(new CustomEvent('gone'));
    }

    get expectation(): Expectation {
        return expectationOf(this.view, Date.now());
    }

    get noteLeft(): string {
        return format(i18n.noteLeft, NOTE_MAX_LENGTH - this.typedNote.length);
    }

    handleReasonChange(event: CustomEvent<{ value: string }>): void {
        this.chosenReason = event.detail.value;
    }

    handleNoteChange(event: CustomEvent<{ value: string }>): void {
        this.typedNote = event.detail.value;
    }

    handleCancel(): void {
        this.close(undefined);
    }

    handleBlock(): void {
        const reason = this.refs?.['reason'] as unknown as LightningCombobox;
        if (!this.chosenReason) {
            reason.reportValidity();
            reason.focus();
        } else if (!this.isDecided) {
            this.isDecided = true;
            this.close({ reason: this.chosenReason, note: this.typedNote.trim() || null } satisfies BlockDecision);
        }
    }
}
