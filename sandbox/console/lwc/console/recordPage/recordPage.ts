import { LightningElement, api } from 'lwc';
import { registerRefreshContainer, unregisterRefreshContainer } from '../../../platform/refresh.ts';
import type { RecordPageData } from '../../../../page/page-data.ts';
import { componentWidth, onComponentWidth, type Width } from '../../../platform/component-width.ts';
import { onSandboxChange, sandboxApi } from '../../../platform/sandbox-api.ts';
import { session } from '../../../platform/session.ts';

/** A record page as an admin would lay it out: details left, the chat window, and the component beside it. */
export default class RecordPage extends LightningElement {
    @api recordId!: string;
    data: RecordPageData | null = null;
    trouble = '';
    width: Width = componentWidth();

    private readonly stops: (() => void)[] = [];

    override connectedCallback(): void {
        const container = registerRefreshContainer(this, () => undefined);
        this.stops.push(
            onSandboxChange(async () => {
                await this.load();
                if (this.trouble !== '') throw new Error(this.trouble);
            }),
            onComponentWidth(() => {
                this.width = componentWidth();
            }),
            () => unregisterRefreshContainer(container)
        );
        void this.load();
    }

    override disconnectedCallback(): void {
        for (const stop of this.stops.splice(0)) stop();
    }

    get isWhole(): boolean {
        return !session.isPane;
    }

    get hasDetails(): boolean {
        return this.isWhole && this.width !== 'full' && this.width !== '480';
    }

    get hasChat(): boolean {
        return this.width !== 'full';
    }

    get columnsClass(): string {
        return session.isPane ? 'columns columns_pane' : `columns columns_${this.width}`;
    }

    /** What the page hands to the component: the record, and what the admin set. */
    get properties(): object {
        const { recordId, object, designValues } = this.data ?? {};
        return { ...designValues, recordId, objectApiName: object };
    }

    private async load(): Promise<void> {
        try {
            this.data = await sandboxApi.record(this.recordId);
            this.trouble = '';
        } catch (error) {
            this.trouble = error instanceof Error ? error.message : String(error);
        }
    }
}
