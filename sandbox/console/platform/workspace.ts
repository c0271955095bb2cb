import type { ListRow } from '../../page/page-data.ts';
import { addressOf, pathWith, recordIdIn } from './addresses.ts';
import { session } from './session.ts';

const STORED = 'open-records';

type Listener = () => void;

/** The console's workspace tabs: which records are open, and which one is shown. */
class Workspace {
    recordId: string | null = recordIdIn(location.pathname);
    openIds: string[] = JSON.parse(sessionStorage.getItem(STORED) ?? '[]') as string[];
    rows: ListRow[] = [];
    private readonly listeners = new Set<Listener>();

    constructor() {
        this.remember();
        window.addEventListener('popstate', () => this.show(recordIdIn(location.pathname)));
    }

    /** @returns a function that stops it */
    listen(listener: Listener): () => void {
        this.listeners.add(listener);
        return () => this.listeners.delete(listener);
    }

    /** Opens a record's tab, or the list for null. */
    open(recordId: string | null): void {
        const row = this.rows.find((each) => each.recordId === recordId);
        history.pushState(null, '', pathWith(addressOf(row ?? null)));
        this.show(row?.recordId ?? null);
    }

    close(recordId: string): void {
        this.openIds = this.openIds.filter((id) => id !== recordId);
        this.open(this.openIds.at(-1) ?? null);
    }

    private show(recordId: string | null): void {
        this.recordId = recordId;
        this.remember();
        for (const listener of this.listeners) listener();
    }

    private remember(): void {
        const { recordId } = this;
        if (recordId && !this.openIds.includes(recordId)) this.openIds = [...this.openIds, recordId];
        // A pane has no tabs, and shares this with the window around it.
        if (!session.isPane) sessionStorage.setItem(STORED, JSON.stringify(this.openIds));
    }
}

export const workspace = new Workspace();
