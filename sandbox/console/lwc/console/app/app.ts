import { LightningElement } from 'lwc';
import type { ListRow } from '../../../../page/page-data.ts';
import { onSandboxChange, sandboxApi } from '../../../platform/sandbox-api.ts';
import { addressOf, recordIdIn } from '../../../platform/addresses.ts';
import { session } from '../../../platform/session.ts';

const TABS = 'open-records';

/** The console: header, navigation with a tab for every open record, and the list or the record below. */
export default class App extends LightningElement {
    readonly session = session;
    rows: ListRow[] = [];
    recordId: string | null = recordIdIn(location.pathname);
    openIds: string[] = JSON.parse(sessionStorage.getItem(TABS) ?? '[]') as string[];

    private stopListening: (() => void) | undefined;
    private readonly handleHistory = (): void => this.show(recordIdIn(location.pathname));

    override connectedCallback(): void {
        this.stopListening = onSandboxChange(() => void this.load());
        window.addEventListener('popstate', this.handleHistory);
        this.show(this.recordId);
        void this.load();
    }

    override disconnectedCallback(): void {
        this.stopListening?.();
        window.removeEventListener('popstate', this.handleHistory);
    }

    get openRows(): ListRow[] {
        return this.openIds.flatMap((id) => this.rows.filter((row) => row.recordId === id));
    }

    /** A list of one, so that another record gets a page of its own instead of the old one's. */
    get pages(): string[] {
        return this.recordId ? [this.recordId] : [];
    }

    get isList(): boolean {
        return this.recordId === null;
    }

    handleOpen(event: CustomEvent<{ recordId: string | null }>): void {
        const row = this.rows.find(({ recordId }) => recordId === event.detail.recordId);
        history.pushState(null, '', addressOf(row ?? null) + location.search);
        this.show(row?.recordId ?? null);
    }

    handleClose(event: CustomEvent<{ recordId: string }>): void {
        this.openIds = this.openIds.filter((id) => id !== event.detail.recordId);
        this.handleOpen(new CustomEvent('open', { detail: { recordId: this.openIds.at(-1) ?? null } }));
    }

    private show(recordId: string | null): void {
        this.recordId = recordId;
        if (recordId && !this.openIds.includes(recordId)) this.openIds = [...this.openIds, recordId];
        sessionStorage.setItem(TABS, JSON.stringify(this.openIds));
        this.setTitle();
    }

    private async load(): Promise<void> {
        this.rows = await sandboxApi.rows();
        this.setTitle();
    }

    private setTitle(): void {
        const row = this.rows.find(({ recordId }) => recordId === this.recordId);
        document.title = row ? `${row.name} | ${row.objectLabel} | Salesforce` : 'Conversations | Salesforce';
    }
}
