import type { Logger } from 'pino';
import type { EventFailure } from '../salesforce/event-failure.ts';
import { EVENT_WORDS, troubleOf, type EventTrouble } from './event-words.ts';

/** Says in the log that events stop being published, and that they are again; not every time. */
export class EventReports {
    readonly #log: Pick<Logger, 'info' | 'warn'>;
    #failure: EventFailure | null = null;
    readonly #said = new Set<EventTrouble | 'dropped'>();

    constructor(log: Pick<Logger, 'info' | 'warn'>) {
        this.#log = log;
    }

    /** The last one; null once events are published again. */
    get failure(): EventFailure | null {
        return this.#failure;
    }

    failed(failure: EventFailure): void {
        this.#failure = failure;
        const trouble = troubleOf(failure);
        if (!this.#isNew(trouble)) return;
        this.#log.warn({ code: failure.code }, `events are not published: ${EVENT_WORDS[trouble]}`);
    }

    dropped(count: number): void {
        if (count === 0 || !this.#isNew('dropped')) return;
        this.#log.warn(
            'events are dropped: they are too old or too many. Cards refresh when somebody returns to them.'
        );
    }

    published(): void {
        this.#failure = null;
        if (this.#said.size === 0) return;
        this.#said.clear();
        this.#log.info('events are published again');
    }

    #isNew(what: EventTrouble | 'dropped'): boolean {
        const isNew = !this.#said.has(what);
        this.#said.add(what);
        return isNew;
    }
}
