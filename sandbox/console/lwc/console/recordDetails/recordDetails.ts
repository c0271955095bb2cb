import { LightningElement, api } from 'lwc';
import type { PageField } from '../../../../page/page-data.ts';

/** The details of a record. */
export default class RecordDetails extends LightningElement {
    @api fields: PageField[] = [];
}
