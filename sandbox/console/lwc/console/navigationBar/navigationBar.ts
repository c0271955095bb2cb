import { LightningElement, api } from 'lwc';
import type { ListRow } from '../../../../page/page-data.ts';
import { ICONS } from '../../../platform/icons.ts';
import type { Place } from '../../../platform/places.ts';

/** The console's navigation bar: the list, and a workspace tab for every open record. */
export default class NavigationBar extends LightningElement {
    @api rows: ListRow[] = [];
    @api recordId: string | null = null;
    @api place: Place = 'record';

    get listClass(): string {
        return tabClass(this.isList);
    }

    get listSelected(): 'true' | 'false' {
        return this.isList ? 'true' : 'false';
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

    /** From another page, this is a way back. */
    handleOpen(event: Event): void {
        this.send('open', event);
        if (this.place !== 'record') location.reload();
    }

    handleClose(event: Event): void {
        this.send('close', event);
    }

    /** The close button is for the mouse; by keyboard a tab closes with Delete. */
    handleKeydown(event: KeyboardEvent): void {
        if (event.key === 'Delete') this.send('close', event);
    }

    private get isList(): boolean {
        return this.place === 'record' && this.recordId === null;
    }

    private send(name: 'open' | 'close', event: Event): void {
        const recordId = (event.currentTarget as HTMLElement).dataset['record'] ?? null;
        this.dispatchEvent(new CustomEvent(name, { detail: { recordId } }));
    }
}

function tabClass(isActive: boolean): string {
    return isActive ? 'tab tab_active' : 'tab';
}
