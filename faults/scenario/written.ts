import type { Fates } from '../gotallo/fates.ts';
import type { Phase } from '../gotallo/toggling-gotallo.ts';
import type { Ask, Command, History, ProcessFault, Step } from './scenario.ts';

/** What is said of a written history; all else is as calm as can be. */
export type Written = Partial<Omit<History, 'fates' | 'steps'>> &
    Partial<Fates> & { steps: Step[]; isReadable?: boolean };

/** A history by hand. */
export function written({
    steps,
    changeState = [],
    blockUser = [],
    read = [],
    delays = [],
    ...rest
}: Written): History {
    const { isReadable = false, ...other } = rest;
    return {
        tenant: isReadable ? 1 : 0,
        start: 'OPEN',
        crowd: 1,
        aheadMs: 0,
        isWatched: false,
        processFaults: [],
        ...other,
        steps,
        fates: { changeState, blockUser, read, delays }
    };
}

/** Agents ask for something at the same time, each another one. */
export function ask(...commands: Command[]): Step {
    return { do: 'ask', asks: commands.map((command, agent): Ask => ({ command, agent, proxy: 0, afterMs: 0 })) };
}

/** The customer writes; the webhook comes so many steps later. */
export function write(stepsLater: number, afterMs = 0): Step {
    return { do: 'write', afterMs, deliveries: [{ stepsLater, proxy: 0 }] };
}

export function pauseOf(forMs: number): Step {
    return { do: 'wait', forMs };
}

export const LOOK: Step = { do: 'look', agent: 1, proxy: 0 };
export const RESOLVE: Step = { do: 'resolve', proxy: 0 };

/** A supervisor looks on the channel, and says what they saw so long after that; the next step does not wait for it. */
export function lookAndSayAfter(afterMs: number): Step {
    return { do: 'resolve', proxy: 0, afterMs };
}

/** The first proxy is killed when the n-th call reaches a phase. */
export function killAt(call: number, phase: Phase): ProcessFault {
    return { do: 'kill', proxy: 0, call, phase, afterMs: 0, leasePercent: 0 };
}
