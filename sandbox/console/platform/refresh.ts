/** As `lightning/refresh`: containers that hear a request to refresh, and the handlers of what is inside them. */

/** A component, or its element. */
type Refreshing = (EventTarget & { hostElement?: Element }) | Element;
type Handler = () => Promise<boolean>;

interface Registered {
    element: Node;
    handler: Handler;
}

const EVENT = 'lightning__refresh';

export const REFRESH_COMPLETE = 'RefreshComplete';
export const REFRESH_COMPLETE_WITH_ERRORS = 'RefreshCompleteWithErrors';
export const REFRESH_ERROR = 'RefreshError';

const handlers = new Map<number, Registered>();
const containers = new Map<number, () => void>();
let lastId = 0;

export class RefreshEvent extends CustomEvent<void> {
    constructor() {
        super(EVENT, { bubbles: true, composed: true, cancelable: true });
    }
}

export function registerRefreshHandler(element: Refreshing, handler: Handler): number {
    lastId += 1;
    handlers.set(lastId, { element: nodeOf(element), handler: handler.bind(element) as Handler });
    return lastId;
}

export function unregisterRefreshHandler(id: number): void {
    handlers.delete(id);
}

/** @param onStart gets a promise of the status that the refresh ends with */
export function registerRefreshContainer(element: Refreshing, onStart: (status: Promise<string>) => void): number {
    const container = nodeOf(element);
    const listener = (event: Event): void => {
        event.stopPropagation();
        onStart(refresh(container));
    };
    container.addEventListener(EVENT, listener);
    lastId += 1;
    containers.set(lastId, () => container.removeEventListener(EVENT, listener));
    return lastId;
}

export function unregisterRefreshContainer(id: number): void {
    containers.get(id)?.();
    containers.delete(id);
}

/** Parents before what is inside them; who answers false keeps it from what is inside. */
async function refresh(container: Node): Promise<string> {
    const inside = [...handlers.values()].filter(({ element }) => ancestors(element).includes(container));
    inside.sort((one, other) => ancestors(one.element).length - ancestors(other.element).length);
    const closed: Node[] = [];
    let status = REFRESH_COMPLETE;
    for (const { element, handler } of inside) {
        if (closed.some((node) => ancestors(element).includes(node))) continue;
        try {
            if (!(await handler())) closed.push(element);
        } catch {
            status = REFRESH_COMPLETE_WITH_ERRORS;
        }
    }
    return status;
}

function nodeOf(element: Refreshing): Node {
    return (element as { hostElement?: Element }).hostElement ?? (element as Element);
}

/** The node and everything around it, through shadow roots. */
function ancestors(node: Node): Node[] {
    const parent = node.parentNode ?? (node as Partial<ShadowRoot>).host;
    return parent ? [node, ...ancestors(parent)] : [node];
}
