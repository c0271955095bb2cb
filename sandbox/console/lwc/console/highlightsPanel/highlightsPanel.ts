import { LightningElement, api } from 'lwc';
import type { RecordPageData } from '../../../../page/page-data.ts';
import { ICONS } from '../../../platform/icons.ts';

/** The highlights panel of a record page. */
export default class HighlightsPanel extends LightningElement {
    @api data!: RecordPageData;

    get iconName(): string | undefined {
        return ICONS[this.data.object];
    }
}
