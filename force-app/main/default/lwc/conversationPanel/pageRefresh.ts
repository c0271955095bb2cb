import type { LightningElement } from 'lwc';
import { quietly } from 'c/conversationLabels';
import { registerRefreshHandler, unregisterRefreshHandler } from 'lightning/refresh';

/**
 * Lets a component refresh when its page does. Under Lightning Locker the page takes only the host element, elsewhere the
 * component too. A page that takes neither is no reason for a component not to work: then it does not take part.
 * @returns ends it
 */
export function takePartInRefresh(component: LightningElement, refresh: () => Promise<boolean>): () => void {
    const { host } = component.template ?? {};
    const id =
        quietly(() => registerRefreshHandler(host ?? component, refresh)) ??
        quietly(() => registerRefreshHandler(component, refresh));
    return () => {
        if (id !== undefined) {
            quietly(() => unregisterRefreshHandler(id));
        }
    };
}
