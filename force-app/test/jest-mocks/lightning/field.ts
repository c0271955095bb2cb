import { LightningElement, api } from 'lwc';

/** What the fields have in common: a label, a value, focus, and complaints in words. */
export default class Field extends LightningElement {
    @api label?: string;
    @api messageWhenValueMissing?: string;
    @api name?: string;
    @api required = false;
    @api value?: string | null;

    complaint: string | undefined;
    private custom = '';

    @api
    setCustomValidity(message: string): void {
        this.custom = message;
    }

    @api
    reportValidity(): boolean {
        this.complaint = this.custom || (this.required && !this.value ? this.messageWhenValueMissing : undefined);
        return this.complaint === undefined;
    }

    @api
    focus(): void {
        this.template?.querySelector<HTMLElement>('select, input, textarea')?.focus();
    }
}
