import { LightningElement, api } from 'lwc';

/** Stands for lightning-button-menu with what tests need of it: a real button that can be dead and focused, always open. */
export default class ButtonMenu extends LightningElement {
    @api alternativeText?: string;
    @api disabled = false;
    @api iconName?: string;
    @api label?: string;
    @api menuAlignment?: string;
    @api override title = '';
    @api variant?: string;

    @api
    focus(): void {
        this.template?.querySelector('button')?.focus();
    }
}
