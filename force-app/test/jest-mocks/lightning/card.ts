import { LightningElement, api } from 'lwc';

/** Stands for lightning-card: its heading and slots. */
export default class Card extends LightningElement {
    @api iconName?: string;
    @api override title = '';
}
