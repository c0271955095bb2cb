import type { FieldValue } from './record-store.ts';

/** One platform event as subscribers get it. */
export interface PlatformEvent {
    /** Its place in the stream; grows by one with each event. */
    replayId: number;
    /** Such as `/event/GoTallo_Conversation_Changed__e`. */
    channel: string;
    /** Its fields, and who published it when. */
    payload: Readonly<Record<string, FieldValue>>;
}

type Listener = (event: PlatformEvent) => void;

/** A real org keeps 72 hours. */
const KEPT = 1_000;

/**
 * The event bus of the local org: platform events are no records; they are kept in the order of their publishing and
 * told to whoever listens. It outlives a reset of the org, so that a page can go on from the last one it saw.
 */
export class EventBus {
    private readonly kept: PlatformEvent[] = [];
    private readonly listeners = new Set<Listener>();
    private last = 0;

    /** The replay id of the newest event; 0 when there was none. */
    get lastReplayId(): number {
        return this.last;
    }

    /** Puts an event of that object into the stream. */
    publish(objectName: string, values: Record<string, FieldValue>, publisherId: string): PlatformEvent {
        this.last += 1;
        const payload = { CreatedDate: new Date().toISOString(), CreatedById: publisherId, ...values };
        const event = { replayId: this.last, channel: `/event/${objectName}`, payload };
        this.kept.push(event);
        if (this.kept.length > KEPT) this.kept.shift();
        for (const listener of [...this.listeners]) listener(event);
        return event;
    }

    /** Every kept event after that one, oldest first. */
    since(replayId: number): PlatformEvent[] {
        return this.kept.filter((event) => event.replayId > replayId);
    }

    /**
     * The same, but waits for one when there is none yet.
     * @param signal gives up waiting; the list is then empty
     */
    waitSince(replayId: number, signal: AbortSignal): Promise<PlatformEvent[]> {
        const events = this.since(replayId);
        if (events.length > 0 || signal.aborted) return Promise.resolve(events);
        return new Promise((resolve) => {
            const stop = this.listen((event) => end([event]));
            const end = (told: PlatformEvent[]): void => {
                stop();
                signal.removeEventListener('abort', giveUp);
                resolve(told);
            };
            const giveUp = (): void => end([]);
            signal.addEventListener('abort', giveUp);
        });
    }

    /** Tells every event from now on. Returns what stops it. */
    listen(listener: Listener): () => void {
        this.listeners.add(listener);
        return () => {
            this.listeners.delete(listener);
        };
    }
}
