/** Events that come together are told once. */
const BURST_MS = 250;
/** Somebody who goes back and forth asks for nothing new each time. */
const RETURN_MS = 1_000;

/** One card that waits for news of its conversation. */
export class Watcher {
    private readonly id: string;
    private readonly listener: () => void;
    private readonly element: Element | null;
    private readonly observer: IntersectionObserver | null;
    private wasHidden = false;
    private toldAt = 0;
    private timer: ReturnType<typeof setTimeout> | undefined;

    constructor(conversationId: string, listener: () => void, element: Element | null = null) {
        this.id = normalizeId(conversationId);
        this.listener = listener;
        this.element = element;
        this.observer = element && observe(element, () => this.handleVisibility());
    }

    handleChange(conversationId: string): void {
        if (normalizeId(conversationId) === this.id) {
            this.tellIn(BURST_MS);
        }
    }

    handleReturn(): void {
        this.tellIn(Math.max(0, this.toldAt + RETURN_MS - Date.now()));
    }

    stop(): void {
        clearTimeout(this.timer);
        this.observer?.disconnect();
    }

    /**
     * The console hides the tabs behind the present one with `display: none`, and tells nobody. An element without boxes
     * is hidden; one that was only scrolled away has its boxes.
     */
    private get isHidden(): boolean {
        return this.observer !== null && this.element?.getClientRects().length === 0;
    }

    private handleVisibility(): void {
        const isReturn = this.wasHidden && !this.isHidden;
        this.wasHidden = this.isHidden;
        if (isReturn) {
            this.handleReturn();
        }
    }

    /** What is not told to a hidden card need not be remembered: whoever returns is told in any case. */
    private tellIn(pause: number): void {
        // eslint-disable-next-line @lwc/lwc/no-async-operation -- `stop` ends it
        this.timer ??= setTimeout(() => {
            this.timer = undefined;
            this.wasHidden = this.isHidden;
            if (document.visibilityState !== 'hidden' && !this.wasHidden) {
                this.toldAt = Date.now();
                this.listener();
            }
        }, pause);
    }
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
