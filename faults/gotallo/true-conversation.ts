import type { ConversationState } from '#contract';
import type { Fates } from './fates.ts';

/** What was true of a conversation from some moment on. */
export interface Truth {
    state: ConversationState;
    isPlatformBlocked: boolean;
}

/** One request as GoTallo got it. */
export interface GoTalloCall {
    kind: 'change state' | 'Block User' | 'read';
    /** When it arrived, in milliseconds since 1970. */
    at: number;
    fate: string;
    /** What it made true; null while, or because, nothing was done. */
    made: Truth | null;
}

/** A conversation as it truly is at GoTallo and on the platform, and how it came to be so. */
export class TrueConversation {
    readonly id: string;
    readonly start: ConversationState;
    readonly fates: Fates;
    readonly calls: GoTalloCall[] = [];
    readonly #truths: Truth[];
    /** Calls that will still be applied. */
    readonly landing = new Set<Promise<void>>();
    /** When the customer last wrote, in milliseconds since 1970; 0: never. */
    customerWroteAt = 0;
    #isSetLate = false;

    constructor(id: string, start: ConversationState, fates: Fates) {
        this.id = id;
        this.start = start;
        this.fates = fates;
        this.#truths = [{ state: start, isPlatformBlocked: false }];
    }

    get now(): Truth {
        return this.#truths.at(-1) ?? { state: this.start, isPlatformBlocked: false };
    }

    /** A place in time, to ask later what has been true since. */
    mark(): number {
        return this.#truths.length - 1;
    }

    /** Everything that was true at some time since the mark. */
    since(mark: number): readonly Truth[] {
        return this.#truths.slice(mark);
    }

    /** Resolves when nothing that was sent will be applied anymore. */
    async landed(): Promise<void> {
        while (this.landing.size > 0) await Promise.all(this.landing);
    }

    /** Whether the state was set last by a request that its sender had given up. */
    get wasSetLate(): boolean {
        return this.landing.size > 0 || this.#isSetLate;
    }

    /** @param isLate whether its sender had given up by then */
    setState(state: ConversationState, isLate: boolean): Truth {
        this.#isSetLate = isLate;
        return this.#become({ ...this.now, state });
    }

    /** Block User: whatever the platform's block was, it is the other now. */
    toggle(): Truth {
        return this.#become({ ...this.now, isPlatformBlocked: !this.now.isPlatformBlocked });
    }

    /**
     * The customer writes. It reopens what is closed, and nothing else; the platform keeps a blocked person out.
     * @returns whether the message arrived
     */
    customerWrites(): boolean {
        if (this.now.isPlatformBlocked) return false;
        this.customerWroteAt = Date.now();
        if (this.now.state === 'CLOSED') this.#become({ ...this.now, state: 'OPEN' });
        return true;
    }

    #become(truth: Truth): Truth {
        this.#truths.push(truth);
        return truth;
    }
}
