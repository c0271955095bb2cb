import { setTimeout as wait } from 'node:timers/promises';
import type { Phase } from '../gotallo/toggling-gotallo.ts';
import type { Break } from '../stand/database-line.ts';
import type { SentRows } from '../stand/sent-rows.ts';
import type { PlayedConversation } from '../gotallo/played-conversation.ts';
import type { ProcessFault } from '../scenario/scenario.ts';
import { LEASE_MS, type Stand } from '../stand/stand.ts';
import type { Play } from './play.ts';

/** One of so many batches of a proxy is its last, so that what it did before comes to rest in between. */
const BATCHES_PER_KILL = 8;

/** Kills and pauses proxies as the histories say, counted by the calls that GoTallo gets on each conversation; and kills some
 * that have a batch with the database. */
export class ProcessFaults {
    readonly #stand: Stand;
    readonly #plays = new Map<PlayedConversation, Play>();
    readonly #reached = new Map<string, number>();
    #batches = 0;
    #batchKills = 0;

    constructor(stand: Stand) {
        this.#stand = stand;
        stand.goTallo.onPhase = (phase, _call, conversation) => this.#reach(phase, conversation);
        for (const [index, line] of stand.lines.entries()) line.onRows = (rows) => this.#meet(index, rows);
    }

    add(play: Play): void {
        this.#plays.set(play.witness.truth, play);
    }

    remove(play: Play): void {
        this.#plays.delete(play.witness.truth);
    }

    end(): void {
        this.#stand.goTallo.onPhase = () => {};
        for (const line of this.#stand.lines) line.onRows = () => null;
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

    #meet(index: number, { kind, count }: SentRows): Break | null {
        if (kind === 'read' || count < 2) return null;
        this.#batches += 1;
        if (this.#batches % BATCHES_PER_KILL !== 0 || this.#plays.size === 0) return null;
        if (this.#stand.proxies[index]?.isAtWork !== true) return null;
        const when = this.#batchKills % 2 === 0 ? 'after the commit' : 'before the commit';
        this.#batchKills += 1;
        const strike = (): void => {
            if (this.#stand.proxies[index]?.crash()) this.#tellAll(`proxy ${index} is killed ${when} of ${count} rows`);
        };
        return { when, strike };
    }

    #tellAll(what: string): void {
        for (const { witness } of this.#plays.values()) witness.tell(what);
    }
}
