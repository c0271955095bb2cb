import { LightningElement, api } from 'lwc';
import type { DesignValues } from '../../../../page/page-data.ts';
import { sandboxApi } from '../../../platform/sandbox-api.ts';

/** The console's utility bar. The component in it is told no record: it finds the focused tab's by itself. */
export default class UtilityBar extends LightningElement {
    /** The focused tab's record; null on the list. */
    @api recordId: string | null = null;
    isOpen = false;
    values: DesignValues = {};

    override async connectedCallback(): Promise<void> {
        this.values = await sandboxApi.settingsAt('lightning__UtilityBar');
    }

    get expanded(): 'true' | 'false' {
        return this.isOpen ? 'true' : 'false';
    }

    get itemClass(): string {
        return this.isOpen ? 'item item_open' : 'item';
    }

    handleToggle(): void {
        this.isOpen = !this.isOpen;
    }

    handleKeydown(event: KeyboardEvent): void {
        if (event.key === 'Escape') this.isOpen = false;
    }
}
