import { LightningElement, api } from 'lwc';
import type { ChatData, RecordPageData, Switches } from '../../../../page/page-data.ts';
import type { Place } from '../../../platform/places.ts';
import { attempt } from '../../../platform/attempt.ts';
import { isBarFolded, setBarFolded } from '../../../platform/bar-fold.ts';
import { objectIn } from '../../../platform/addresses.ts';
import { onSandboxChange, sandboxApi } from '../../../platform/sandbox-api.ts';
import { FAULT_SECONDS, GOTALLO_FAULTS, labelOf, NO_FAULTS, ORG_FAULTS } from './faults.ts';

/** The sandbox's own bar, which no org has: being the customer, switching faults on, starting over. It folds away. */
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
    result = '';
    isBuilding = false;
    isFolded = isBarFolded();

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

    get chat(): ChatData | null {
        return this.data?.chat ?? null;
    }

    get isOpen(): boolean {
        return !this.isFolded;
    }

    get expanded(): 'true' | 'false' {
        return this.isFolded ? 'false' : 'true';
    }

    get foldAction(): string {
        return this.isFolded ? 'Show the bar' : 'Fold away';
    }

    /** What is switched on, for a bar whose switches are not to be seen. */
    get faultWords(): string {
        const { gotallo, org } = this.switches;
        const words = [
            gotallo === 'none' ? '' : `GoTallo ${labelOf(GOTALLO_FAULTS, gotallo)}.`,
            org === 'none' ? '' : `Salesforce ${labelOf(ORG_FAULTS, org)}.`
        ];
        return words.filter((each) => each !== '').join(' ') || 'no fault is switched on.';
    }

    get gotalloFaults(): object[] {
        return GOTALLO_FAULTS.map((fault) => ({ ...fault, selected: fault.value === this.switches.gotallo }));
    }

    get orgFaults(): object[] {
        return ORG_FAULTS.map((fault) => ({ ...fault, selected: fault.value === this.switches.org }));
    }

    /** The object whose record page App Builder changes; a lead's where no record is open. */
    get object(): string {
        return this.objectName ?? 'Lead';
    }

    /** The record's object; null where the page is about none. */
    get objectName(): string | null {
        return this.data?.object ?? objectIn(location.pathname);
    }

    get barClass(): string {
        const { gotallo, org } = this.switches;
        return `bar${gotallo === 'none' && org === 'none' ? '' : ' bar_faulty'}${this.isFolded ? ' bar_folded' : ''}`;
    }

    /** The next page begins as this one was left. */
    handleFold(): void {
        this.isFolded = !this.isFolded;
        setBarFolded(this.isFolded);
    }

    handleResult({ detail }: CustomEvent<string>): void {
        this.result = detail;
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

    /** Shows what came of the act; tells whether it was done. */
    private async tell(act: () => Promise<string>): Promise<boolean> {
        const { isDone, words } = await attempt(act);
        this.result = words;
        return isDone;
    }
}
