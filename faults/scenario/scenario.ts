import type { ConversationState } from '#contract';
import type { Fates } from '../gotallo/fates.ts';
import type { Phase } from '../gotallo/toggling-gotallo.ts';

export const WISHES = ['block', 'brief', 'unblock', 'undo', 'OPEN', 'AUTO_BOT', 'CLOSED'] as const;

/**
 * `block` and `unblock`; `brief`, a block that ends by itself soon; `undo`, of what the agent was last offered to take
 * back; or a state by name.
 */
export type AskedFor = (typeof WISHES)[number];

/** An agent asks a proxy for something. */
export interface Ask {
    wish: AskedFor;
    /** Index of the agent. */
    agent: number;
    /** Index of the proxy. */
    proxy: number;
}

export type Step =
    /** All at the same time; the next step waits for all answers. */
    | { do: 'ask'; asks: Ask[] }
    /** An agent opens the page and its history. */
    | { do: 'look'; agent: number; proxy: number }
    /** The customer writes; the webhook arrives so many times, each so many steps later, at a proxy. */
    | { do: 'write'; deliveries: { stepsLater: number; proxy: number }[] }
    /** A supervisor looks at the platform, when nothing is under way, and says what it shows. */
    | { do: 'settle'; proxy: number };

/** What happens to one conversation. */
export interface History {
    /** Index of the tenant. */
    tenant: number;
    start: Exclude<ConversationState, 'EXPIRED' | 'BLOCKED'>;
    steps: Step[];
    fates: Fates;
}

/** A proxy is killed and started again when the n-th call to GoTallo reaches a phase. */
export interface Kill {
    proxy: number;
    call: number;
    phase: Phase;
}

/** Histories at the same time, through the same proxies. */
export interface Batch {
    histories: History[];
    kills: Kill[];
}
