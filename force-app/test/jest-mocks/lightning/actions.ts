/** Stands for lightning/actions, for which sfdx-lwc-jest has no stub. */
export class CloseActionScreenEvent extends CustomEvent<void> {
    constructor() {
        super('closeactionscreen');
    }
}
