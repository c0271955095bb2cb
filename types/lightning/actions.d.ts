/** Record quick actions; no package declares this module. */
declare module 'lightning/actions' {
    /** Dispatched by a screen action, it closes the screen. */
    export class CloseActionScreenEvent extends CustomEvent<void> {
        constructor();
    }
}
