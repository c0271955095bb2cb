import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import type { ConversationView } from '#contract';
import { formButtons } from 'c/conversationBlockForm';
import type { BlockDecision, BlockDraft, BlockMode, FormNews } from 'c/conversationBlockForm';
import { fire } from 'c/conversationLabels';
import type { Settings } from 'c/conversationSettings';

export type { BlockDecision } from 'c/conversationBlockForm';

/** Tells an open dialog what happens to the conversation. */
export type Tell = (news: FormNews) => void;

interface DialogParameters {
    /** The question, as title. */
    label: string;
    size: 'small';
    /** Of whom to block. */
    view: ConversationView;
    settings: Settings;
    /** What to start with. */
    draft?: BlockDraft | null;
    mode?: BlockMode;
    /** Called with the way to tell it news: nothing else reaches an open dialog. */
    onshown?: (event: CustomEvent<Tell>) => void;
    /** Called with what was entered so far, on every change: it may be closed in many ways. */
    ontyped?: (event: CustomEvent<BlockDraft>) => void;
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
    @api settings!: Settings;
    @api draft: BlockDraft | null = null;
    @api mode: BlockMode = 'block';

    news: FormNews = { notice: null, isPossible: true };
    private isDecided = false;

    override connectedCallback(): void {
        const tell: Tell = (news) => (this.news = news);
        fire(this, 'shown', tell);
    }

    override disconnectedCallback(): void {
        fire(this, 'gone');
    }

    get buttons(): ReturnType<typeof formButtons> {
        return formButtons(this.mode);
    }

    get isDead(): boolean {
        return !this.news.isPossible;
    }

    handleTyped({ detail }: CustomEvent<BlockDraft>): void {
        fire(this, 'typed', detail);
    }

    handleCancel(): void {
        this.close(undefined);
    }

    handleConfirm(): void {
        (this.refs?.['form'] as HTMLElement & { submit(): void }).submit();
    }

    handleSubmit({ detail }: CustomEvent<BlockDecision>): void {
        if (!this.isDecided) {
            this.isDecided = true;
            this.close(detail);
        }
    }
}
