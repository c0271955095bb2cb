import { LightningElement, api, wire } from 'lwc';
import type { DesignValues, ListRow } from '../../../../page/page-data.ts';
import { MessageContext, publish } from '../../../platform/message-service.ts';
import { ICONS } from '../../../platform/icons.ts';
import { sandboxApi } from '../../../platform/sandbox-api.ts';

const CHANNEL = 'GoTallo_Conversation__c';

/** An app page: a list, which tells on the message channel what is chosen, and the component, which hears it. */
export default class AppPage extends LightningElement {
    @api rows: ListRow[] = [];
    values: DesignValues | null = null;
    chosenId: string | null = null;

    @wire(MessageContext)
    context: unknown;

    override async connectedCallback(): Promise<void> {
        this.values = await sandboxApi.settingsAt('lightning__AppPage');
    }

    get shownRows(): object[] {
        return this.rows.map((row) => {
            const isChosen = row.recordId === this.chosenId;
            return {
                ...row,
                icon: ICONS[row.object],
                itemClass: isChosen ? 'item item_chosen' : 'item',
                pressed: isChosen ? 'true' : 'false',
                shownState: row.state === 'none' ? '' : row.state
            };
        });
    }

    handleChoose(event: Event): void {
        this.chosenId = (event.currentTarget as HTMLElement).dataset['record'] ?? null;
        this.dispatchEvent(new CustomEvent('choose', { detail: { recordId: this.chosenId } }));
        const message = { recordId: this.chosenId, conversationId: null, state: null, source: 'sandbox-list' };
        publish(this.context as Parameters<typeof publish>[0], CHANNEL, message);
    }
}
