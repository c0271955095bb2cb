import { LightningElement, api, createElement } from 'lwc';

/**
 * Stands for lightning/modal, for which sfdx-lwc-jest has no stub: `open` puts the dialog on the page, `close` takes it
 * away and answers the one who opened it.
 */
export default class LightningModal extends LightningElement {
    @api label = '';
    @api size = 'medium';

    static open(this: typeof LightningElement, properties: object): Promise<unknown> {
        const dialog = createElement('c-dialog', { is: this });
        for (const [name, value] of Object.entries(properties)) {
            if (name.startsWith('on')) {
                dialog.addEventListener(name.slice(2), value as EventListener);
            } else {
                Object.assign(dialog, { [name]: value });
            }
        }
        document.body.append(dialog);
        return new Promise((resolve) => {
            dialog.addEventListener('closed', (event) => {
                dialog.remove();
                resolve((event as CustomEvent<unknown>).detail);
            });
        });
    }

    @api
    close(result: unknown): void {
        this.dispatchEvent(new CustomEvent('closed', { detail: result }));
    }
}
