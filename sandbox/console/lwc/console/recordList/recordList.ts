import { LightningElement, api } from 'lwc';
import type { ListRow } from '../../../../page/page-data.ts';
import { ICONS } from '../../../platform/icons.ts';

/** A list view of the records there are to try, with the state as GoTallo has it. */
export default class RecordList extends LightningElement {
    @api rows: ListRow[] = [];

    get shownRows(): object[] {
        return this.rows.map((row) => ({
            ...row,
            icon: ICONS[row.object],
            shownState: row.state === 'none' ? '' : row.state
        }));
    }

    get count(): string {
        return `${this.rows.length} items`;
    }

    handleOpen(event: Event): void {
        event.preventDefault();
        const recordId = (event.currentTarget as HTMLElement).dataset['record'];
        this.dispatchEvent(new CustomEvent('open', { detail: { recordId } }));
    }
}
