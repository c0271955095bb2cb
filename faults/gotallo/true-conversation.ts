import type { ConversationState } from '#contract';
import type { Fate, Fates } from './fates.ts';

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

/** One request as GoTallo got it. */
export interface GoTalloCall {
    kind: 'change state' | 'Block User' | 'read';
    /** When it arrived, in milliseconds since 1970. */
    at: number;
    fate: Fate;
    /** What was true when it arrived. */
    before: Truth;
    /** What it made true; null while, or because, nothing was done. */
    made: Truth | null;
    /** Whether another Block User could still take effect when it arrived. */
    wasToggleInFlight: boolean;
}

/** A conversation as it truly is at GoTallo and on the channel, and how it came to be so. */
export class TrueConversation {
    readonly id: string;
    readonly start: ConversationState;
    readonly fates: Fates;
    /** By how much the clock of its GoTallo is ahead, in milliseconds. */
    readonly aheadMs: number;
    readonly calls: GoTalloCall[] = [];
    readonly #truths: Truth[];
    /** Calls that may still take effect, and the moment at which that is decided. */
    readonly inFlight = new Map<GoTalloCall, Promise<void>>();
    /** When the customer last wrote, in milliseconds since 1970; 0: never. */
    customerWroteAt = 0;
    /** From then on every call is answered. */
    isCalm = false;
    /** Told what happens, for whoever reads the story. */
    tell: (what: string) => void = () => {};

    constructor(id: string, start: ConversationState, fates: Fates, aheadMs = 0) {
        this.id = id;
        this.start = start;
        this.fates = fates;
        this.aheadMs = aheadMs;
        this.#truths = [{ state: start, isNativeBlocked: false, at: Date.now() }];
    }

    get now(): Truth {
        return this.#truths.at(-1) ?? { state: this.start, isNativeBlocked: false, at: 0 };
    }

    /** What the clock of its GoTallo shows. */
    get clock(): number {
        return Date.now() + this.aheadMs;
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

    /** Every Block User that may still take effect. */
    togglesInFlight(): GoTalloCall[] {
        return [...this.inFlight.keys()].filter(({ kind }) => kind === 'Block User');
    }

    setState(state: ConversationState): Truth {
        return this.#become({ ...this.now, state });
    }

    /** Block User: whatever the channel's block was, it is the other now. */
    toggle(): Truth {
        return this.#become({ ...this.now, isNativeBlocked: !this.now.isNativeBlocked });
    }

    /**
     * The customer writes; the channel keeps a blocked person out.
     * @returns whether the message arrived
     */
    customerWrites(): boolean {
        if (this.now.isNativeBlocked) return false;
        this.customerWroteAt = Date.now();
        const state = AFTER_MESSAGE[this.now.state];
        if (state !== this.now.state) this.#become({ ...this.now, state });
        return true;
    }

    #become(truth: Truth): Truth {
        const known = { ...truth, at: Date.now() };
        this.#truths.push(known);
        return known;
    }
}

/** What is true, in words. */
export function inWords({ state, isNativeBlocked }: Truth): string {
    return `${state}, ${isNativeBlocked ? '' : 'not '}blocked on the channel`;
}
