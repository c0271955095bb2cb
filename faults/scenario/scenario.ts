import type { ConversationState, StateRequest } from '#contract';
import type { Fates } from '../gotallo/fates.ts';
import type { Phase } from '../gotallo/toggling-gotallo.ts';

const SETTABLE = { OPEN: true, AUTO_BOT: true, CLOSED: true } satisfies Record<StateRequest['state'], true>;

export const COMMANDS = [
    'block',
    'brief',
    'unblock',
    'undo',
    'retry',
    ...(Object.keys(SETTABLE) as StateRequest['state'][])
] as const;

/**
 * `block` and `unblock`; `brief`, a block that ends by itself soon; `undo`, of what the agent was last offered to take
 * back; `retry`, to ask the channel once more to block; or a state by name.
 */
export type Command = (typeof COMMANDS)[number];

/** An agent asks a proxy for something. */
export interface Ask {
    command: Command;
    /** Index of the agent. */
    agent: number;
    /** Index of the proxy. */
    proxy: number;
    /** So long after the step began. */
    afterMs: number;
}

export type Step =
    /** The next step waits for all answers, unless it goes on. */
    | { do: 'ask'; asks: Ask[]; goesOn?: boolean }
    /** An agent opens the page and its history. */
    | { do: 'look'; agent: number; proxy: number }
    /** An agent, or somebody without any permission, looks at a moment when a newer, wrong message is all they see. */
    | { do: 'forge'; person: number; proxy: number; state: ConversationState }
    /**
     * The customer writes, so long after the step began, which the next step does not wait for; the webhook arrives so
     * many times, each so many steps later, at a proxy.
     */
    | { do: 'write'; afterMs: number; deliveries: { stepsLater: number; proxy: number }[] }
    /**
     * A supervisor says what the channel shows, again and again, as soon as a proxy lets them; so long after they looked,
     * which the next step does not wait for.
     */
    | { do: 'resolve'; proxy: number; afterMs?: number }
    /** Nothing happens for so long. */
    | { do: 'wait'; forMs: number };

/** A proxy is killed and started again, or stands still, when the n-th call on a conversation reaches a phase. */
export interface ProcessFault {
    do: 'kill' | 'pause';
    proxy: number;
    call: number;
    phase: Phase;
    /** So long after that. */
    afterMs: number;
    /** How long it stands still, in percent of the lease. */
    leasePercent: number;
}

/** What happens to one conversation, or to several at the same moments. */
export interface History {
    /** How many conversations it happens to; the process faults go by the first one. */
    crowd: number;
    /** Index of the tenant. */
    tenant: number;
    start: StateRequest['state'];
    /** By how much GoTallo's clock is ahead, in milliseconds. */
    aheadMs: number;
    steps: Step[];
    /** Whether a supervisor looks after each command, and says what the channel shows as soon as a proxy lets them. */
    isWatched: boolean;
    fates: Fates;
    processFaults: ProcessFault[];
}
