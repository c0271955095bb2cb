import type { Phase } from '../gotallo/toggling-gotallo.ts';
import type { Kill } from '../scenario/scenario.ts';
import type { Stand } from '../stand/stand.ts';

/** Kills proxies as planned, counted by the calls that GoTallo gets from now on. */
export function planCrashes({ goTallo, proxies }: Stand, kills: readonly Kill[]): void {
    const reached = new Map<Phase, number>();
    goTallo.onPhase = (phase) => {
        const call = (reached.get(phase) ?? 0) + 1;
        reached.set(phase, call);
        for (const kill of kills) {
            if (kill.phase === phase && kill.call === call) proxies[kill.proxy]?.crash();
        }
    };
}
