import { LightningElement, api } from 'lwc';
import type { ListRow } from '../../../../page/page-data.ts';
import { ICONS } from '../../../platform/icons.ts';

/** The console's navigation bar: the list, and a workspace tab for every open record. */
export default class NavigationBar extends LightningElement {
    @api rows: ListRow[] = [];
    @api recordId: string | null = null;

    get listClass(): string {
        return tabClass(this.recordId === null);
    }

    get listSelected(): 'true' | 'false' {
        return this.recordId === null ? 'true' : 'false';
    }

    get tabs(): object[] {
        return this.rows.map((row) => ({
            ...row,
            icon: ICONS[row.object],
            tabClass: tabClass(row.recordId === this.recordId),
            selected: row.recordId === this.recordId ? 'true' : 'false',
            closeLabel: `Close ${row.name}`
        }));
    }

    handleOpen(event: Event): void {
        this.send('open', event);
    }

    handleClose(event: Event): void {
        this.send('close', event);
    }

    /** The close button is for the mouse; by keyboard a tab closes with Delete. */
    handleKeydown(event: KeyboardEvent): void {
        if (event.key === 'Delete') this.send('close', event);
    }

    private send(name: 'open' | 'close', event: Event): void {
        const recordId = (event.currentTarget as HTMLElement).dataset['record'] ?? null;
        this.dispatchEvent(new CustomEvent(name, { detail: { recordId } }));
    }
}

function tabClass(isActive: boolean): string {
    return isActive ? 'tab tab_active' : 'tab';
}
