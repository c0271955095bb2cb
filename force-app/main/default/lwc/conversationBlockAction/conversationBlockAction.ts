import { LightningElement, api } from 'lwc';
import { CloseActionScreenEvent } from 'lightning/actions';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import type { Done } from 'c/conversationPanel';
import { DEFAULT_SETTINGS } from 'c/conversationSettings';
import * as i18n from './labels';

/**
 * The quick action that blocks the conversation of a record. The platform gives quick actions no design properties, so
 * the default settings hold, and what is past is left to the card. It closes with a toast that says what came of it.
 */
export default class ConversationBlockAction extends LightningElement {
    /** The platform sets it some time after the action has come on the page. */
    @api recordId?: string;

    readonly header = i18n.title;
    readonly settings = { ...DEFAULT_SETTINGS, showHistory: false };

    /** What does not hold as it was asked for stays on the screen longer. */
    handleDone({ detail }: CustomEvent<Done | null>): void {
        if (detail) {
            const { words, isWhole } = detail;
            const [variant, mode] = isWhole ? (['success', 'dismissible'] as const) : (['warning', 'sticky'] as const);
            this.dispatchEvent(new ShowToastEvent({ title: words, variant, mode }));
        }
        this.handleClose();
    }

    handleClose(): void {
        this.dispatchEvent(new CloseActionScreenEvent());
    }
}
