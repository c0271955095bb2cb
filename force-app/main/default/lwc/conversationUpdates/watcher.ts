/** Events that come together are told once. */
const BURST_MS = 250;
/** Somebody who goes back and forth asks for nothing new each time. */
const RETURN_MS = 1_000;

/** One card that waits for news of its conversation. */
export class Watcher {
    private readonly id: string;
    private readonly listener: () => void;
    private readonly observer: IntersectionObserver | null;
    private isElementHidden = false;
    private toldAt = 0;
    private timer: ReturnType<typeof setTimeout> | undefined;

    constructor(conversationId: string, listener: () => void, element: Element | null = null) {
        this.id = normalize(conversationId);
        this.listener = listener;
        this.observer = element && observe(element, (isHidden) => this.handleElement(isHidden));
    }

    handleChange(conversationId: string): void {
        if (normalize(conversationId) === this.id) {
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

    private handleElement(isHidden: boolean): void {
        const isReturn = this.isElementHidden && !isHidden;
        this.isElementHidden = isHidden;
        if (isReturn) {
            this.handleReturn();
        }
    }

    /** What is not told to a hidden card need not be remembered: whoever returns is told in any case. */
    private tellIn(pause: number): void {
        // eslint-disable-next-line @lwc/lwc/no-async-operation -- `stop` ends it
        this.timer ??= setTimeout(() => {
            this.timer = undefined;
            if (document.visibilityState !== 'hidden' && !this.isElementHidden) {
                this.toldAt = Date.now();
                this.listener();
            }
        }, pause);
    }
}

/** Ids come dashed or not, and in any case. */
function normalize(conversationId: string): string {
    return conversationId.replaceAll('-', '').toLowerCase();
}

/**
 * The console hides the tabs behind the present one with `display: none`, and tells nobody. An element without a box
 * has no size; one that was only scrolled away has.
 */
function observe(element: Element, onVisibility: (isHidden: boolean) => void): IntersectionObserver | null {
    if (!window.IntersectionObserver) {
        return null;
    }
    const observer = new IntersectionObserver((entries) => {
        const { width = 0, height = 0 } = entries.at(-1)?.boundingClientRect ?? {};
        onVisibility(width + height === 0);
    });
    observer.observe(element);
    return observer;
}
