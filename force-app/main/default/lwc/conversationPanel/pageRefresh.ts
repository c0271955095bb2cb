import type { LightningElement } from 'lwc';
import { registerRefreshHandler, unregisterRefreshHandler } from 'lightning/refresh';

/**
 * Lets a component refresh when its page does. Under Lightning Locker the page takes only the host element, elsewhere the
 * component too. A page that takes neither is no reason for a component not to work: then it does not take part.
 * @returns ends it
 */
export function takePartInRefresh(component: LightningElement, refresh: () => Promise<boolean>): () => void {
    const { host } = component.template ?? {};
    const id =
        tried(() => registerRefreshHandler(host ?? component, refresh)) ??
        tried(() => registerRefreshHandler(component, refresh));
    return () => {
        if (id !== undefined) {
            tried(() => unregisterRefreshHandler(id));
        }
    };
}

/** What a call of the platform returns; undefined when it throws. */
function tried<Result>(call: () => Result): Result | undefined {
    try {
        return call();
    } catch {
        return undefined;
    }
}
