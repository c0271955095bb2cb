import type { ConversationState } from '#contract';
import { TrueConversation, type Truth } from '../../fakes/true-conversation.ts';
import type { Fate, Fates } from './fates.ts';

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

/** A conversation whose calls meet the fates of a history. */
export class PlayedConversation extends TrueConversation {
    readonly id: string;
    readonly fates: Fates;
    /** By how much the clock of its GoTallo is ahead, in milliseconds. */
    readonly aheadMs: number;
    readonly calls: GoTalloCall[] = [];
    /** Calls that may still take effect, and the moment at which that is decided. */
    readonly inFlight = new Map<GoTalloCall, Promise<void>>();
    /** From then on every call is answered. */
    isCalm = false;
    /** Told what happens, for whoever reads the story. */
    tell: (what: string) => void = () => {};

    constructor(id: string, start: ConversationState, fates: Fates, aheadMs = 0) {
        super(start);
        this.id = id;
        this.fates = fates;
        this.aheadMs = aheadMs;
    }

    /** What the clock of its GoTallo shows. */
    get clock(): number {
        return Date.now() + this.aheadMs;
    }

    /** Every Block User that may still take effect. */
    togglesInFlight(): GoTalloCall[] {
        return [...this.inFlight.keys()].filter(({ kind }) => kind === 'Block User');
    }
}

/** What is true, in words. */
export function inWords({ state, isNativeBlocked }: Truth): string {
    return `${state}, ${isNativeBlocked ? '' : 'not '}blocked on the channel`;
}
