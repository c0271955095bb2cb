/** As `lightning/actions`. */

export const CLOSE_ACTION_SCREEN = 'lightning__actionsclosescreen';

/** Asks the quick action's window to close. */
export class CloseActionScreenEvent extends CustomEvent<void> {
    constructor(options?: EventInit) {
        super(CLOSE_ACTION_SCREEN, options);
    }
}
