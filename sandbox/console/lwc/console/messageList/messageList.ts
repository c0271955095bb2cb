import { LightningElement, api } from 'lwc';
import type { HerokuMessageRow } from '../../../../page/page-data.ts';

/** The related list of Heroku Messages: what has reached Salesforce. */
export default class MessageList extends LightningElement {
    @api messages: HerokuMessageRow[] = [];

    get heading(): string {
        return `Heroku Messages (${this.messages.length})`;
    }

    get isEmpty(): boolean {
        return this.messages.length === 0;
    }

    get rows(): object[] {
        return this.messages.map((message) => ({
            ...message,
            icon: message.direction === 'Inbound' ? 'utility:back' : 'utility:forward'
        }));
    }
}
