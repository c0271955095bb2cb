import { LightningElement, api, wire } from 'lwc';
import type { DesignValues, ListRow } from '../../../../page/page-data.ts';
import { MessageContext, publish } from '../../../platform/message-service.ts';
import { ICONS } from '../../../platform/icons.ts';
import { sandboxApi } from '../../../platform/sandbox-api.ts';

const CHANNEL = 'GoTallo_Conversation__c';

/** An app page: a list, which tells on the message channel what is chosen, and the component, which hears it. */
export default class AppPage extends LightningElement {
    @api rows: ListRow[] = [];
    /** What is chosen. */
    @api recordId: string | null = null;
    values: DesignValues | null = null;

    @wire(MessageContext)
    context: unknown;

    private isFirstTold = false;

    override async connectedCallback(): Promise<void> {
        this.values = await sandboxApi.settingsAt('lightning__AppPage');
    }

    /** What the page was opened with is told once the component is there to hear it. */
    override renderedCallback(): void {
        if (this.isFirstTold || this.values === null) return;
        this.isFirstTold = true;
        if (this.recordId !== null) this.tell(this.recordId);
    }

    get shownRows(): object[] {
        return this.rows.map((row) => {
            const isChosen = row.recordId === this.recordId;
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
        const { record = '' } = (event.currentTarget as HTMLElement).dataset;
        this.dispatchEvent(new CustomEvent('choose', { detail: { recordId: record } }));
        this.tell(record);
    }

    private tell(recordId: string): void {
        const message = { recordId, conversationId: null, state: null, source: 'sandbox-list' };
        publish(this.context as Parameters<typeof publish>[0], CHANNEL, message);
    }
}
