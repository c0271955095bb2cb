import { LightningElement, api } from 'lwc';

/** Stands for lightning-button with what tests need of it: a real button that can be dead, named and focused. */
export default class Button extends LightningElement {
    @api override ariaLabel: string | null = null;
    @api disabled = false;
    @api iconName?: string;
    @api label?: string;
    @api override title = '';
    @api variant?: string;

    @api
    click(): void {
        this.button?.click();
    }

    @api
    focus(): void {
        this.button?.focus();
    }

    private get button(): HTMLButtonElement | null | undefined {
        return this.template?.querySelector('button');
    }
}
