import LightningModal from 'lightning/modal';
import { api } from 'lwc';

interface Parameters {
    /** Accessible name. */
    label: string;
    size: 'small';
    recordId: string;
    objectApiName: string;
}

/** The window in which a quick action's component stands. Escape, its cross and the component itself close it. */
export default class QuickAction extends LightningModal {
    declare static open: (parameters: Parameters) => Promise<unknown>;

    @api recordId!: string;
    @api objectApiName!: string;

    /** Empty at first: a quick action gets its record only after it was connected. */
    given: object = {};

    override connectedCallback(): void {
        setTimeout(() => {
            this.given = { recordId: this.recordId, objectApiName: this.objectApiName };
        });
    }

    handleClose(): void {
        void this.close(undefined);
    }
}
