/** Events that come together are told once. */
const BURST_MS = 250;
/** Somebody who goes back and forth asks for nothing new each time. */
const RETURN_MS = 1_000;

/** One card that waits for news of its conversation. */
export interface Watcher {
    handleChange(conversationId: string): void;
    handleReturn(): void;
    stop(): void;
}

/** @param element of the card; without it nobody knows whether the card itself is hidden */
export function watcherOf(conversationId: string, listener: () => void, element?: Element | null): Watcher {
    const watched = normalizeId(conversationId);
    let wasHidden = false;
    let toldAt = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let observer: IntersectionObserver | null = null;

    /**
     * The console hides the tabs behind the present one with `display: none`, and tells nobody. An element without boxes
     * is hidden; one that was only scrolled away has its boxes.
     */
    const isHidden = (): boolean => observer !== null && element?.getClientRects().length === 0;

    /** What is not told to a hidden card need not be remembered: whoever returns is told in any case. */
    const tellIn = (pause: number): void => {
        // eslint-disable-next-line @lwc/lwc/no-async-operation -- `stop` ends it
        timer ??= setTimeout(() => {
            timer = undefined;
            wasHidden = isHidden();
            if (document.visibilityState !== 'hidden' && !wasHidden) {
                toldAt = Date.now();
                listener();
            }
        }, pause);
    };
    const handleReturn = (): void => tellIn(Math.max(0, toldAt + RETURN_MS - Date.now()));
    const handleVisibility = (): void => {
        const isReturn = wasHidden && !isHidden();
        wasHidden = isHidden();
        if (isReturn) {
            handleReturn();
        }
    };
    observer = element ? observe(element, handleVisibility) : null;

    return {
        handleChange(id) {
            if (normalizeId(id) === watched) {
                tellIn(BURST_MS);
            }
        },
        handleReturn,
        stop() {
            clearTimeout(timer);
            observer?.disconnect();
        }
    };
}

/** Ids come dashed or not, and in any case. */
export function normalizeId(conversationId: string): string {
    return conversationId.replaceAll('-', '').toLowerCase();
}

/** Calls back when the element may have been hidden or shown; nobody knows where the browser cannot tell. */
function observe(element: Element, onChange: () => void): IntersectionObserver | null {
    if (!window.IntersectionObserver) {
        return null;
    }
    const observer = new IntersectionObserver(onChange);
    observer.observe(element);
    return observer;
}
