import { LightningElement, api } from 'lwc';
import type { RecordPageData, Switches } from '../../../../page/page-data.ts';
import { onSandboxChange, sandboxApi } from '../../../platform/sandbox-api.ts';
import { GOTALLO_FAULTS, ORG_FAULTS } from './faults.ts';

/** The sandbox's own bar, which no org has: being the customer, switching faults on, starting over. */
export default class SandboxBar extends LightningElement {
    /** The open record; null on the list. */
    @api
    get recordId(): string | null {
        return this.shownId;
    }
    set recordId(value: string | null) {
        this.shownId = value;
        this.data = null;
        this.result = '';
        void this.load();
    }

    data: RecordPageData | null = null;
    switches: Switches = { gotallo: 'none', seconds: 5, org: 'none', blockedExcluded: true };
    message = '';
    result = '';

    private shownId: string | null = null;
    private stopListening: (() => void) | undefined;

    override connectedCallback(): void {
        this.stopListening = onSandboxChange(() => void this.load());
        void this.load();
    }

    override disconnectedCallback(): void {
        this.stopListening?.();
    }

    get hint(): string {
        return this.data?.hint ?? 'Open one of these people to see the component beside the chat window.';
    }

    get isSilent(): boolean {
        return !this.data?.chat;
    }

    get gotalloFaults(): object[] {
        return GOTALLO_FAULTS.map((fault) => ({ ...fault, selected: fault.value === this.switches.gotallo }));
    }

    get orgFaults(): object[] {
        return ORG_FAULTS.map((fault) => ({ ...fault, selected: fault.value === this.switches.org }));
    }

    get faultClass(): string {
        return this.switches.gotallo === 'none' && this.switches.org === 'none' ? 'bar' : 'bar bar_faulty';
    }

    handleMessage(event: Event): void {
        this.message = (event.target as HTMLInputElement).value;
    }

    async handleWrite(event: Event): Promise<void> {
        event.preventDefault();
        const id = this.data?.chat?.conversationId;
        const text = this.message.trim();
        if (!id || text === '') return;
        await this.tell(() => sandboxApi.customerWrites(id, text), 'Sent as the customer.');
        this.message = '';
    }

    handleGotallo(event: Event): void {
        const kind = (event.target as HTMLSelectElement).value as Switches['gotallo'];
        void this.set({ ...this.switches, gotallo: kind });
    }

    handleOrg(event: Event): void {
        void this.set({ ...this.switches, org: (event.target as HTMLSelectElement).value as Switches['org'] });
    }

    handleExcluded(event: Event): void {
        void this.set({ ...this.switches, blockedExcluded: (event.target as HTMLInputElement).checked });
    }

    async handleExpire(): Promise<void> {
        await this.tell(() => sandboxApi.expireSessions(), 'Every Salesforce session has ended.');
    }

    async handleReset(): Promise<void> {
        await this.tell(() => sandboxApi.reset(), '');
        location.reload();
    }

    private async set(switches: Switches): Promise<void> {
        await this.tell(() => sandboxApi.setSwitches(switches), 'Switched.');
    }

    private async load(): Promise<void> {
        const id = this.shownId;
        this.switches = await sandboxApi.switches();
        const data = id ? await sandboxApi.record(id).catch(() => null) : null;
        if (id === this.shownId) this.data = data;
    }

    private async tell(act: () => Promise<unknown>, done: string): Promise<void> {
        try {
            await act();
            this.result = done;
        } catch (error) {
            this.result = error instanceof Error ? error.message : String(error);
        }
    }
}
