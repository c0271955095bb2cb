import { LightningElement } from 'lwc';
import type { ListRow } from '../../../../page/page-data.ts';
import { pathWith } from '../../../platform/addresses.ts';
import { placeIn, type Place } from '../../../platform/places.ts';
import { onSandboxChange, sandboxApi } from '../../../platform/sandbox-api.ts';
import { session } from '../../../platform/session.ts';
import { workspace } from '../../../platform/workspace.ts';

/** The page: header, navigation, the place that the address names, and the sandbox's own bar. */
export default class App extends LightningElement {
    readonly session = session;
    readonly place: Place = placeIn(location.pathname);
    rows: ListRow[] = [];
    recordId: string | null = workspace.recordId;
    /** On pages that are no record's: the one that they are about. */
    chosenId: string | null = new URLSearchParams(location.search).get('recordId');
    openIds: string[] = workspace.openIds;

    private readonly stops: (() => void)[] = [];

    override connectedCallback(): void {
        this.stops.push(
            onSandboxChange(() => this.load()),
            workspace.listen(() => this.show())
        );
        this.show();
        void this.load();
    }

    override disconnectedCallback(): void {
        for (const stop of this.stops.splice(0)) stop();
    }

    get openRows(): ListRow[] {
        return this.openIds.flatMap((id) => this.rows.filter((row) => row.recordId === id));
    }

    /** A list of one, so that another record gets a page of its own instead of the old one's. */
    get pages(): string[] {
        return this.isOnRecord && this.recordId ? [this.recordId] : [];
    }

    get isList(): boolean {
        return this.place === 'record' && this.recordId === null;
    }

    get isPhone(): boolean {
        return session.formFactor === 'Small' && this.place === 'record';
    }

    get isAppPage(): boolean {
        return this.place === 'app';
    }

    get isFlow(): boolean {
        return this.place === 'flow';
    }

    get isSetup(): boolean {
        return this.place === 'setup';
    }

    get isSideBySide(): boolean {
        return this.place === 'side-by-side';
    }

    get isConsole(): boolean {
        return !session.isPane && !this.isPhone;
    }

    /** Where there are panes, there is no room for the header and the utility bar. */
    get hasUtilities(): boolean {
        return this.isConsole && !this.isSideBySide;
    }

    get hasBar(): boolean {
        return !session.isPane;
    }

    /** The record that the sandbox bar is about. */
    get subjectId(): string | null {
        return this.recordId ?? this.chosenId ?? (this.isSideBySide ? (this.rows[0]?.recordId ?? null) : null);
    }

    handleOpen(event: CustomEvent<{ recordId: string | null }>): void {
        workspace.open(event.detail.recordId);
    }

    /** The address keeps it, so that a reload does. */
    handleChoose({ detail: { recordId } }: CustomEvent<{ recordId: string }>): void {
        this.chosenId = recordId;
        history.replaceState(null, '', pathWith(location.pathname, { recordId }));
    }

    handleClose(event: CustomEvent<{ recordId: string }>): void {
        workspace.close(event.detail.recordId);
    }

    private get isOnRecord(): boolean {
        return this.place === 'record' && !this.isPhone;
    }

    private show(): void {
        this.recordId = workspace.recordId;
        this.openIds = workspace.openIds;
        this.setTitle();
    }

    private async load(): Promise<void> {
        this.rows = await sandboxApi.rows();
        workspace.rows = this.rows;
        this.setTitle();
    }

    private setTitle(): void {
        const row = this.rows.find(({ recordId }) => recordId === this.recordId);
        document.title = row ? `${row.name} | ${row.objectLabel} | Salesforce` : 'Conversations | Salesforce';
    }
}
