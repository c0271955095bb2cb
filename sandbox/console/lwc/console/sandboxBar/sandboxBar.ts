import { LightningElement, api } from 'lwc';
import type { ChatData, RecordPageData, Switches } from '../../../../page/page-data.ts';
import type { Place } from '../../../platform/places.ts';
import { onSandboxChange, sandboxApi } from '../../../platform/sandbox-api.ts';
import { FAULT_SECONDS, GOTALLO_FAULTS, labelOf, NO_FAULTS, ORG_FAULTS } from './faults.ts';

/** The sandbox's own bar, which no org has: being the customer, switching faults on, starting over. */
export default class SandboxBar extends LightningElement {
    /** Where the component stands on this page. */
    @api place: Place = 'record';

    /** The record that the page is about; null on the list. */
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
    switches: Switches = NO_FAULTS;
    message = '';
    result = '';
    isBuilding = false;

    private shownId: string | null = null;
    /** What was asked for before the last time is old. */
    private timesSet = 0;
    private stopListening: (() => void) | undefined;

    override connectedCallback(): void {
        this.stopListening = onSandboxChange(() => this.load());
        void this.load();
    }

    override disconnectedCallback(): void {
        this.stopListening?.();
    }

    get hint(): string {
        return this.data?.hint ?? 'Open one of these people to see the component beside the chat window.';
    }

    get isSilent(): boolean {
        return !this.chat;
    }

    /** Whether the channel can block, and so has a truth of its own to compare the card with. */
    get hasTruth(): boolean {
        return this.chat !== null && this.chat.isNativeBlocked !== null;
    }

    get truth(): string {
        if (!this.chat) return '';
        return `On ${this.chat.medium}: ${this.chat.isNativeBlocked ? 'blocked' : 'not blocked'}`;
    }

    get nativeBlockAction(): string {
        return this.chat?.isNativeBlocked ? 'Unblock there' : 'Block there';
    }

    get gotalloFaults(): object[] {
        return GOTALLO_FAULTS.map((fault) => ({ ...fault, selected: fault.value === this.switches.gotallo }));
    }

    get orgFaults(): object[] {
        return ORG_FAULTS.map((fault) => ({ ...fault, selected: fault.value === this.switches.org }));
    }

    /** The object whose record page App Builder changes; a lead's where no record is open. */
    get object(): string {
        return this.data?.object ?? 'Lead';
    }

    get faultClass(): string {
        return this.switches.gotallo === 'none' && this.switches.org === 'none' ? 'bar' : 'bar bar_faulty';
    }

    handleMessage(event: Event): void {
        this.message = (event.target as HTMLInputElement).value;
    }

    async handleWrite(event: Event): Promise<void> {
        event.preventDefault();
        const { chat } = this;
        const text = this.message.trim();
        if (!chat || text === '') return;
        const isSent = await this.tell(async () => {
            const { message } = await sandboxApi.customerWrites(chat.conversationId, text);
            return message ? 'Sent as the customer.' : `Lost: ${chat.medium} blocks this person.`;
        });
        // What was typed meanwhile stays as well.
        if (isSent && this.message.trim() === text) this.message = '';
    }

    /** As somebody who works on the channel itself; GoTallo and the proxy are not told. */
    async handleNativeBlock(): Promise<void> {
        const { chat } = this;
        if (!chat) return;
        await this.tell(async () => {
            await sandboxApi.setOnChannel(chat.conversationId, !chat.isNativeBlocked);
            return `Changed on ${chat.medium} itself; nobody here is told.`;
        });
    }

    /** The seconds are the label's: those of the fault before, or of none, are not. */
    handleGotallo(event: Event): void {
        const kind = (event.target as HTMLSelectElement).value as Switches['gotallo'];
        const switches = { ...this.switches, gotallo: kind, seconds: FAULT_SECONDS };
        void this.set(switches, `GoTallo ${labelOf(GOTALLO_FAULTS, kind)}.`);
    }

    handleOrg(event: Event): void {
        const org = (event.target as HTMLSelectElement).value as Switches['org'];
        void this.set({ ...this.switches, org }, `Salesforce ${labelOf(ORG_FAULTS, org)}.`);
    }

    handleExcluded(event: Event): void {
        const blockedExcluded = (event.target as HTMLInputElement).checked;
        const does = blockedExcluded ? 'stay out of' : 'still reach';
        void this.set({ ...this.switches, blockedExcluded }, `Messages of blocked people ${does} Salesforce.`);
    }

    handleEvents(event: Event): void {
        const platformEvents = (event.target as HTMLInputElement).checked;
        void this.set({ ...this.switches, platformEvents }, `Platform events are ${platformEvents ? 'on' : 'off'}.`);
    }

    handleTime({ detail }: CustomEvent<{ milliseconds: number; label: string }>): void {
        void this.tell(async () => {
            await sandboxApi.moveTime(detail.milliseconds);
            return `Time has moved by ${detail.label}.`;
        });
    }

    handleBuilder(): void {
        this.isBuilding = !this.isBuilding;
    }

    async handleExpire(): Promise<void> {
        await this.tell(async () => {
            await sandboxApi.expireSessions();
            return 'Every Salesforce session has ended.';
        });
    }

    get isSetup(): boolean {
        return this.place === 'setup';
    }

    async handleReset(): Promise<void> {
        const isReset = await this.tell(async () => {
            await sandboxApi.reset();
            return '';
        });
        if (isReset) location.reload();
    }

    /** @param done what to say once it is so */
    private async set(switches: Switches, done: string): Promise<void> {
        // At once, so that what is drawn meanwhile does not take the press back.
        this.keep(switches);
        await this.tell(async () => {
            this.keep(await sandboxApi.setSwitches(switches));
            return done;
        });
    }

    private keep(switches: Switches): void {
        this.timesSet += 1;
        this.switches = switches;
    }

    private async load(): Promise<void> {
        const { shownId: id, timesSet } = this;
        const switches = await sandboxApi.switches();
        if (timesSet === this.timesSet) this.switches = switches;
        const data = id ? await sandboxApi.record(id).catch(() => null) : null;
        if (id === this.shownId) this.data = data;
    }

    private get chat(): ChatData | null {
        return this.data?.chat ?? null;
    }

    /** Shows what the act says once it is done, or why it was not; tells whether it was. */
    private async tell(act: () => Promise<string>): Promise<boolean> {
        try {
            this.result = await act();
            return true;
        } catch (error) {
            this.result = error instanceof Error ? error.message : String(error);
            return false;
        }
    }
}
