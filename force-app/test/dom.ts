import { createElement } from 'lwc';
import type { LightningElement } from 'lwc';

/** Time goes on in the page even where a test holds the clock of the components. */
const { setTimeout: realSetTimeout } = globalThis;

/** Lets everything that is already settled reach the page. */
export function flushPromises(): Promise<void> {
    return new Promise((resolve) => {
        realSetTimeout(resolve, 0);
    });
}

/**
 * Puts a component on the page.
 * @param properties its public properties, set before it is connected, as the platform does
 */
export async function createComponent<T extends object>(
    tag: string,
    component: typeof LightningElement,
    properties: Partial<T>
): Promise<HTMLElement & T> {
    const element = createElement(tag, { is: component }) as unknown as HTMLElement & T;
    Object.assign(element, properties);
    document.body.append(element);
    await flushPromises();
    return element;
}

/** Empties the page. */
export function resetDom(): void {
    document.body.replaceChildren();
}

/**
 * Finds an element through shadow roots.
 * @param path one selector per shadow root on the way
 * @returns null when any step is missing
 */
export function find<T extends Element = HTMLElement>(from: Element, ...path: string[]): T | null {
    return path.reduce<Element | null>(
        (element, selector) => element?.shadowRoot?.querySelector(selector) ?? null,
        from
    ) as T | null;
}

/** Like `find`, for an element that must be there. */
export function get<T extends Element = HTMLElement>(from: Element, ...path: string[]): T {
    const element = find<T>(from, ...path);
    if (!element) {
        throw new Error(`Not on the page: ${path.join(' > ')}`);
    }
    return element;
}

/** Every text a person can read in an element, through shadow roots and slots, with single spaces. */
export function textOf(element: Element): string {
    return texts(element).join(' ').replace(/\s+/g, ' ').trim();
}

function texts(node: Node): string[] {
    if (node.nodeType === Node.TEXT_NODE) {
        return [node.textContent ?? ''];
    }
    if (node instanceof HTMLSlotElement) {
        return node.assignedNodes({ flatten: true }).flatMap(texts);
    }
    const root = node instanceof Element ? (node.shadowRoot ?? node) : node;
    return Array.from(root.childNodes).flatMap(texts);
}
