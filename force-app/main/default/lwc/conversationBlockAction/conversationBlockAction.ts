import { LightningElement, api } from 'lwc';
import { CloseActionScreenEvent } from 'lightning/actions';
import { DEFAULT_SETTINGS } from 'c/conversationSettings';
import * as i18n from './labels';

/**
 * The quick action that blocks the conversation of a record. The platform gives quick actions no design properties, so
 * the default settings hold, and what is past is left to the card. What happened stays on the screen until the agent has read it.
 */
export default class ConversationBlockAction extends LightningElement {
    /** The platform sets it some time after the action has come on the page. */
    @api recordId?: string;

    readonly header = i18n.title;
    readonly done = i18n.done;
    readonly settings = { ...DEFAULT_SETTINGS, showHistory: false };
    isDone = false;

    handleDone(): void {
        this.isDone = true;
    }

    handleClose(): void {
        this.dispatchEvent(new CloseActionScreenEvent());
    }
}
