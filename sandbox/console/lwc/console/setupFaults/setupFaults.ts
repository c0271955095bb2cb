import { LightningElement } from 'lwc';
import { sandboxApi } from '../../../platform/sandbox-api.ts';

/** Beside the set-up tab: lets what it checks be wrong. */
export default class SetupFaults extends LightningElement {
    result = '';

    async handleBreak(): Promise<void> {
        this.result = 'Breaking…';
        this.result = await sandboxApi.breakSetup().then(
            () => 'Five things are wrong now.',
            (error: unknown) => String(error)
        );
    }
}
