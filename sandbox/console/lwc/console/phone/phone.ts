import { LightningElement, api } from 'lwc';
import type { ListRow, RecordPageData } from '../../../../page/page-data.ts';
import { ICONS } from '../../../platform/icons.ts';
import { onSandboxChange, sandboxApi } from '../../../platform/sandbox-api.ts';
import { session } from '../../../platform/session.ts';

/** The Salesforce mobile app: 390 px wide, one thing below the other, and no modals of components. */
export default class Phone extends LightningElement {
    @api rows: ListRow[] = [];

    @api
    get recordId(): string | null {
        return this.shownId;
    }
    set recordId(value: string | null) {
        this.shownId = value;
        this.data = null;
        void this.load();
    }

    readonly userName = session.user.name;
    data: RecordPageData | null = null;

    private shownId: string | null = null;
    private stopListening: (() => void) | undefined;

    override connectedCallback(): void {
        this.stopListening = onSandboxChange(() => this.load());
    }

    override disconnectedCallback(): void {
        this.stopListening?.();
    }

    get isList(): boolean {
        return this.shownId === null;
    }

    get iconName(): string | undefined {
        return this.data ? ICONS[this.data.object] : undefined;
    }

    get properties(): object {
        const { recordId, object, designValues } = this.data ?? {};
        return { ...designValues, recordId, objectApiName: object };
    }

    get shownRows(): object[] {
        return this.rows.map((row) => ({ ...row, icon: ICONS[row.object] }));
    }

    handleOpen(event: Event): void {
        const recordId = (event.currentTarget as HTMLElement).dataset['record'] ?? null;
        this.dispatchEvent(new CustomEvent('open', { detail: { recordId } }));
    }

    private async load(): Promise<void> {
        const id = this.shownId;
        const data = id ? await sandboxApi.record(id).catch(() => null) : null;
        if (id === this.shownId) this.data = data;
    }
}
