/** The platform's common way to refresh what a page shows; no package declares this module. */
declare module 'lightning/refresh' {
    /** Asks the nearest refreshing container around an element to refresh. */
    export class RefreshEvent extends CustomEvent<void> {
        constructor();
    }

    /**
     * To be called in `connectedCallback`.
     * @param element the component's host element, or the component itself where Lightning Locker is off
     * @param handler called when the page refreshes; the promise tells whether children shall refresh, too
     * @returns a number for `unregisterRefreshHandler`
     */
    export function registerRefreshHandler(element: object, handler: () => Promise<boolean>): number;
    export function unregisterRefreshHandler(id: number): void;
}
