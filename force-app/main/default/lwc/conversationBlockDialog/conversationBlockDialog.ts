import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import type { ConversationView } from '#contract';
import type { BlockDecision, BlockDraft, BlockMode } from 'c/conversationBlockForm';
import { DEFAULT_SETTINGS } from 'c/conversationSettings';
import type { Settings } from 'c/conversationSettings';

export type { BlockDecision } from 'c/conversationBlockForm';

interface DialogParameters {
    /** The question, as title. */
    label: string;
    size: 'small';
    /** Of whom to block. */
    view: ConversationView;
    settings?: Settings;
    /** What to start with. */
    draft?: BlockDraft | null;
    mode?: BlockMode;
    /** Called when the dialog has left the page, some time after it was closed. */
    ongone?: () => void;
}

/**
 * The form in a dialog, which closes with the decision. It makes no call: the card does, so that the answer, its errors
 * and Retry have one place and outlive the dialog.
 */
export default class ConversationBlockDialog extends LightningModal {
    /** @returns the decision; undefined when the agent cancelled */
    declare static open: (parameters: DialogParameters) => Promise<BlockDecision | undefined>;

    /** The view that the agent looked at; it tells what to expect. */
    @api view!: ConversationView;
    @api settings: Settings = DEFAULT_SETTINGS;
    @api draft: BlockDraft | null = null;
    @api mode: BlockMode = 'block';

    private isDecided = false;

    override disconnectedCallback(): void {
        this.dispatchEvent(new CustomEvent('gone'));
    }

    handleCancel(): void {
        this.close(undefined);
    }

    handleSubmit({ detail }: CustomEvent<BlockDecision>): void {
        if (!this.isDecided) {
            this.isDecided = true;
            this.close(detail);
        }
    }
}
