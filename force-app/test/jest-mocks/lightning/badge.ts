import { LightningElement, api } from 'lwc';

/** Stands for lightning-badge: its words on the page. */
export default class Badge extends LightningElement {
    @api iconName?: string;
    @api label?: string;
}
