import { ExponentialBackoff, type IBackoff } from 'cockatiel';
import type { Logger } from 'pino';
import type { ChangeListener, ConversationChange } from '../conversations/ports.ts';
import { MOST_AT_ONCE, type EventChannel } from '../salesforce/event-channel.ts';
import { eventFailure, type EventFailure } from '../salesforce/event-failure.ts';
import { ChangeQueue } from './change-queue.ts';
import { EventReports } from './event-reports.ts';

/** Tells the org of changes by platform events. */
export interface ChangePublisher extends ChangeListener {
    /** Publishes what waits, once and for a short time. Nothing is told afterwards. Never throws. */
    close(): Promise<void>;
    /** Why events are not published at present; null when nothing speaks against it. */
    failure(): EventFailure | null;
}

type PublishingChannel = Pick<EventChannel, 'prepare' | 'publish'>;

export interface ChangePublisherParts {
    channel: PublishingChannel;
    log: Pick<Logger, 'info' | 'warn'>;
    limits?: Partial<PublishLimits>;
}

export interface PublishLimits {
    /** How long changes are gathered: one command makes several of one conversation within milliseconds. */
    gatherMs: number;
    /** How many conversations may wait. */
    most: number;
    /** An event is a hint: after that time, whoever looks at the card has returned to it. */
    oldestMs: number;
    /** The first pause after a failure, and the longest: they grow in between. */
    pauseMs: readonly [first: number, longest: number];
    /** How long closing may take. */
    closeMs: number;
    /** Milliseconds from any start, never going back. */
    now: () => number;
}

const LIMITS: PublishLimits = {
    gatherMs: 50,
    most: 1_000,
    oldestMs: 60_000,
    pauseMs: [500, 20_000],
    closeMs: 2_000,
    now: () => performance.now()
};

/** Publishes changes one call after the other, from a queue in memory. */
export function createChangePublisher({ channel, log, limits }: ChangePublisherParts): ChangePublisher {
    const publisher = new Publisher(channel, new EventReports(log), { ...LIMITS, ...limits });
    publisher.prepare();
    return publisher;
}

class Publisher implements ChangePublisher {
    readonly #channel: PublishingChannel;
    readonly #reports: EventReports;
    readonly #limits: PublishLimits;
    readonly #queue: ChangeQueue;
    readonly #pauses: ExponentialBackoff<unknown>;
    #pause: IBackoff<unknown> | null = null;
    #underWay: Promise<void> | null = null;
    #endWait: (() => void) | null = null;
    #isClosed = false;

    constructor(channel: PublishingChannel, reports: EventReports, limits: PublishLimits) {
        const [initialDelay, maxDelay] = limits.pauseMs;
        this.#channel = channel;
        this.#reports = reports;
        this.#limits = limits;
        this.#queue = new ChangeQueue(limits.most);
        this.#pauses = new ExponentialBackoff({ initialDelay, maxDelay });
    }

    /** Asks for the first token at once: a mistake in the set-up shows at the start, and the first event is quick. */
    prepare(): void {
        void this.#channel.prepare().catch((error: unknown) => this.#reports.failed(eventFailure('token', error)));
    }

    conversationChanged(change: ConversationChange): void {
        if (this.#isClosed) return;
        this.#reports.dropped(this.#queue.add(change, this.#limits.now()));
        this.#underWay ??= this.#publishAll();
    }

    failure(): EventFailure | null {
        return this.#reports.failure;
    }

    async close(): Promise<void> {
        this.#isClosed = true;
        this.#endWait?.();
        const tooLong = Promise.withResolvers<void>();
        const timer = setTimeout(tooLong.resolve, this.#limits.closeMs);
        await Promise.race([this.#underWay, tooLong.promise]);
        clearTimeout(timer);
    }

    /** Ends when nothing waits anymore; when it is closing, also with the first try after that which fails. */
    async #publishAll(): Promise<void> {
        await this.#wait(this.#limits.gatherMs);
        while (this.#hasWork()) {
            const isLastTry = this.#isClosed;
            const failure = await this.#publishSome();
            if (failure !== null && isLastTry) break;
            this.#pause = failure === null ? null : (this.#pause ?? this.#pauses).next(undefined);
            await this.#wait(this.#pause?.duration ?? 0);
        }
        // Nothing can be told between the last look and this line, so that nothing is left lying.
        this.#underWay = null;
    }

    #hasWork(): boolean {
        this.#reports.dropped(this.#queue.dropToldBefore(this.#limits.now() - this.#limits.oldestMs));
        return this.#queue.size > 0;
    }

    async #publishSome(): Promise<EventFailure | null> {
        const taken = this.#queue.take(MOST_AT_ONCE);
        const changes = taken.map(({ change }) => change);
        const { refused, failure } = await this.#channel
            .publish(changes)
            .catch((error: unknown) => ({ refused: changes, failure: eventFailure('event', error) }));
        this.#reports.dropped(this.#queue.giveBack(taken.filter(({ change }) => refused.includes(change))));
        if (failure === null) this.#reports.published();
        else this.#reports.failed(failure);
        return failure;
    }

    /** Ends at once when it is closing. */
    async #wait(ms: number): Promise<void> {
        if (ms === 0 || this.#isClosed) return;
        await new Promise<void>((resolve) => {
            const timer = setTimeout(resolve, ms);
            this.#endWait = () => {
                clearTimeout(timer);
                resolve();
            };
        });
    }
}
