import { LightningElement, api } from 'lwc';
import { readSettings } from 'c/conversationSettings';

/** The card as admins place it: finds the record, reads the design properties, and leaves the rest to the panel. */
export default class ConversationBlock extends LightningElement {
    /** Record whose conversation is shown; the page sets it. */
    @api recordId?: string;
    /** Object of the record; the page sets it. */
    @api objectApiName?: string;
    /** Field that holds the conversation id, or a path to it. */
    @api conversationIdField?: string | null;

    get read(): ReturnType<typeof readSettings> {
        return readSettings({ conversationIdField: this.conversationIdField });
    }
}
