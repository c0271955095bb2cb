import { LightningElement, api } from 'lwc';

/** Stands for lightning-combobox: a labelled field with a value, which can be reported as missing and focused. */
export default class Combobox extends LightningElement {
    @api label?: string;
    @api messageWhenValueMissing?: string;
    @api options: { label: string; value: string }[] = [];
    @api placeholder?: string;
    @api required = false;
    @api value?: string;

    complaint: string | undefined;

    @api
    reportValidity(): boolean {
        this.complaint = this.required && !this.value ? this.messageWhenValueMissing : undefined;
        return this.complaint === undefined;
    }

    @api
    focus(): void {
        this.template?.querySelector('select')?.focus();
    }
}
