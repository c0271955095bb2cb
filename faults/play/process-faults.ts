import { setTimeout as wait } from 'node:timers/promises';
import type { Phase, PhaseListener } from '../gotallo/toggling-gotallo.ts';
import type { TrueConversation } from '../gotallo/true-conversation.ts';
import type { ProcessFault } from '../scenario/scenario.ts';
import { LEASE_MS, type Stand } from '../stand/stand.ts';
import type { Play } from './play.ts';

/** Kills and pauses proxies as the histories say, counted by the calls that GoTallo gets from now on. */
export function planProcessFaults({ goTallo, proxies }: Stand, plays: readonly Play[]): void {
    const planned = new Map(plays.map((play) => [play.witness.truth, play.history.processFaults]));
    const reached = new Map<string, number>();
    const tellAll = (what: string): void => plays.forEach(({ witness }) => witness.tell(what));
    const strike = async ({ do: what, proxy: index, afterMs, leasePercent }: ProcessFault): Promise<void> => {
        if (afterMs > 0) await wait(afterMs);
        const forMs = Math.round((LEASE_MS * leasePercent) / 100);
        if (what === 'kill') {
            if (proxies[index]?.crash()) tellAll(`proxy ${index} is killed`);
        } else if (proxies[index]?.pause(forMs)) tellAll(`proxy ${index} stands still for ${forMs} ms`);
    };
    goTallo.onPhase = listener(planned, reached, (fault) => void strike(fault));
}

function listener(
    planned: ReadonlyMap<TrueConversation, readonly ProcessFault[]>,
    reached: Map<string, number>,
    strike: (fault: ProcessFault) => void
): PhaseListener {
    return (phase: Phase, _call, conversation) => {
        const key = `${conversation.id} ${phase}`;
        const call = (reached.get(key) ?? 0) + 1;
        reached.set(key, call);
        for (const fault of planned.get(conversation) ?? []) {
            if (fault.phase === phase && fault.call === call) strike(fault);
        }
    };
}
