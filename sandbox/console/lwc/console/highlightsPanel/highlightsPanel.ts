import { LightningElement, api } from 'lwc';
import QuickAction from 'console/quickAction';
import type { RecordPageData } from '../../../../page/page-data.ts';
import { ICONS } from '../../../platform/icons.ts';
import { RefreshEvent } from '../../../platform/refresh.ts';

/** The highlights panel of a record page, with the quick action in it. */
export default class HighlightsPanel extends LightningElement {
    @api data!: RecordPageData;

    get iconName(): string | undefined {
        return ICONS[this.data.object];
    }

    handleRefresh(): void {
        this.dispatchEvent(new RefreshEvent());
    }

    handleBlock(): void {
        const { recordId, object } = this.data;
        void QuickAction.open({ label: 'Block conversation', size: 'small', recordId, objectApiName: object });
    }
}
