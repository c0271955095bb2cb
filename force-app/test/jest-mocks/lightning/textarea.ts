import { LightningElement, api } from 'lwc';

/** Stands for lightning-textarea: a labelled field with a value. */
export default class Textarea extends LightningElement {
    @api label?: string;
    @api maxLength?: number;
    @api value?: string;
}
