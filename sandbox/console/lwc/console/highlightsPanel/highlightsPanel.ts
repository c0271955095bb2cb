import { LightningElement, api } from 'lwc';
import type { RecordPageData } from '../../../../page/page-data.ts';

/** The highlights panel of a record page. */
export default class HighlightsPanel extends LightningElement {
    @api data!: RecordPageData;
}
