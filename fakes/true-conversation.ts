import type { ConversationState } from '#contract';

/** The state that a message of the customer leads to: it reopens what is closed, and nothing else. */
export const AFTER_MESSAGE: Readonly<Record<ConversationState, ConversationState>> = {
    OPEN: 'OPEN',
    EXPIRED: 'EXPIRED',
    AUTO_BOT: 'AUTO_BOT',
    CLOSED: 'OPEN',
    BLOCKED: 'BLOCKED'
};

/** What was true of a conversation from some moment on. */
export interface Truth {
    state: ConversationState;
    /** Whether the channel itself keeps the person out. */
    isNativeBlocked: boolean;
    /** Since when, in milliseconds since 1970. */
    at: number;
}

/** A conversation as it truly is at GoTallo and on the channel, and how it came to be so. */
export class TrueConversation {
    readonly start: ConversationState;
    #now: Truth;
    readonly #truths: Truth[];
    /** When the customer last wrote, in milliseconds since 1970; 0: never. */
    customerWroteAt = 0;

    constructor(start: ConversationState = 'OPEN') {
        this.start = start;
        this.#now = { state: start, isNativeBlocked: false, at: Date.now() };
        this.#truths = [this.#now];
    }

    get now(): Truth {
        return this.#now;
    }

    get state(): ConversationState {
        return this.#now.state;
    }

    /** Absolute: setting it twice is the same as setting it once. */
    set state(state: ConversationState) {
        this.#become({ state });
    }

    get isNativeBlocked(): boolean {
        return this.#now.isNativeBlocked;
    }

    /** Set directly by whoever changes it on the channel itself; GoTallo only toggles it. */
    set isNativeBlocked(isNativeBlocked: boolean) {
        this.#become({ isNativeBlocked });
    }

    /** Block User: whatever the channel's block was, it is the other now. */
    toggle(): void {
        this.isNativeBlocked = !this.isNativeBlocked;
    }

    /**
     * The customer writes; the channel keeps a blocked person out.
     * @returns whether the message arrived
     */
    customerWrites(): boolean {
        if (this.isNativeBlocked) return false;
        this.customerWroteAt = Date.now();
        const state = AFTER_MESSAGE[this.state];
        if (state !== this.state) this.state = state;
        return true;
    }

    /** A place in time, to ask later what has been true since. */
    mark(): number {
        return this.#truths.length - 1;
    }

    /** Everything that was true at some time since the mark. */
    since(mark: number): readonly Truth[] {
        return this.#truths.slice(mark);
    }

    /** Whether a state was true at some time between two moments. */
    wasBetween(state: ConversationState, from: number, to: number): boolean {
        return this.#truths.some((truth, index) => {
            const until = this.#truths[index + 1]?.at ?? Infinity;
            return truth.state === state && truth.at <= to && until >= from;
        });
    }

    #become(change: Partial<Truth>): void {
        this.#now = { ...this.#now, ...change, at: Date.now() };
        this.#truths.push(this.#now);
    }
}
