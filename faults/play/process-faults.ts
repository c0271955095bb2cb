import { setTimeout as wait } from 'node:timers/promises';
import type { Phase } from '../gotallo/toggling-gotallo.ts';
import type { PlayedConversation } from '../gotallo/played-conversation.ts';
import type { ProcessFault } from '../scenario/scenario.ts';
import { LEASE_MS, type Stand } from '../stand/stand.ts';
import type { Play } from './play.ts';

/** Kills and pauses proxies as the histories say, counted by the calls that GoTallo gets on each conversation. */
export class ProcessFaults {
    readonly #stand: Stand;
    readonly #plays = new Map<PlayedConversation, Play>();
    readonly #reached = new Map<string, number>();

    constructor(stand: Stand) {
        this.#stand = stand;
        stand.goTallo.onPhase = (phase, _call, conversation) => this.#reach(phase, conversation);
    }

    add(play: Play): void {
        this.#plays.set(play.witness.truth, play);
    }

    remove(play: Play): void {
        this.#plays.delete(play.witness.truth);
    }

    end(): void {
        this.#stand.goTallo.onPhase = () => {};
    }

    #reach(phase: Phase, conversation: PlayedConversation): void {
        const play = this.#plays.get(conversation);
        if (play === undefined || conversation.isCalm) return;
        const key = `${conversation.id} ${phase}`;
        const call = (this.#reached.get(key) ?? 0) + 1;
        this.#reached.set(key, call);
        for (const fault of play.history.processFaults) {
            if (fault.phase === phase && fault.call === call) void this.#strike(fault);
        }
    }

    async #strike({ do: what, proxy: index, afterMs, leasePercent }: ProcessFault): Promise<void> {
        if (afterMs > 0) await wait(afterMs);
        const proxy = this.#stand.proxies[index];
        const forMs = Math.round((LEASE_MS * leasePercent) / 100);
        if (what === 'kill') {
            if (proxy?.crash()) this.#tellAll(`proxy ${index} is killed`);
        } else if (proxy?.pause(forMs)) this.#tellAll(`proxy ${index} stands still for ${forMs} ms`);
    }

    #tellAll(what: string): void {
        for (const { witness } of this.#plays.values()) witness.tell(what);
    }
}
