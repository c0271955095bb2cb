import { LightningElement, api } from 'lwc';

/** As `lightning-quick-action-panel`: the frame of a quick action, in the looks of a modal. */
export default class QuickActionPanel extends LightningElement {
    /** Without it there is no header. */
    @api header = '';
    hasFooter = false;

    handleFooter(event: Event): void {
        this.hasFooter = (event.target as HTMLSlotElement).assignedElements().length > 0;
    }

    get footerClass(): string {
        return this.hasFooter ? 'slds-modal__footer' : '';
    }
}
