/** https://developer.salesforce.com/docs/platform/lwc/guide/use-toast.html */
declare module 'lightning/platformShowToastEvent' {
    /** Asks the page to draw a toast. */
    export class ShowToastEvent extends CustomEvent<object> {
        constructor(toast: {
            title: string;
            variant?: 'success' | 'warning' | 'error' | 'info';
            mode?: 'dismissible' | 'pester' | 'sticky';
        });
    }
}
