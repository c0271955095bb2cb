import { LightningElement, api } from 'lwc';

/** Stands for c-conversation-panel where only what goes in and out of it matters. */
export default class ConversationPanel extends LightningElement {
    @api isAction = false;
    @api recordId?: string;
    @api settings?: object;
}
