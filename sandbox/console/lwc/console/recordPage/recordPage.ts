import { LightningElement, api } from 'lwc';
import type { RecordPageData } from '../../../../page/page-data.ts';
import { onSandboxChange, sandboxApi } from '../../../platform/sandbox-api.ts';

/** A record page as an admin would lay it out: details left, the chat window, and the component beside it. */
export default class RecordPage extends LightningElement {
    @api recordId!: string;
    data: RecordPageData | null = null;
    trouble = '';

    private stopListening: (() => void) | undefined;

    override connectedCallback(): void {
        this.stopListening = onSandboxChange(() => void this.load());
        void this.load();
    }

    override disconnectedCallback(): void {
        this.stopListening?.();
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
