import { setImmediate as endOfTurn } from 'node:timers/promises';

/** How much goes together. */
export interface BatchLimits {
    /** How many batches are under way at most. */
    atOnce: number;
    /** How many rows a batch has at most. */
    rows: number;
}

/** Whoever comes when so many wait already is turned away, so that a database that stands still takes no memory. */
const MOST_WAITING = 1_000;
/** Nobody waits longer for a batch to leave: a little less than the one before it may take. */
const LONGEST_WAIT_MS = 5_000;

/** It never left: the database is too slow for all who ask. */
export class NotSent extends Error {
    override readonly name = 'NotSent';
}

interface Waiting<Row, Answer> {
    row: Row;
    since: number;
    resolve(answer: Answer): void;
    reject(error: unknown): void;
}

/**
 * Group commit: what waits for the same statement goes together in one. Without load nobody waits for others: a batch leaves
 * at the end of the turn of the event loop in which its first row came, if none is under way. It never holds a row that came
 * after it left.
 */
export class Batches<Row, Answer> {
    readonly #run: (rows: readonly Row[]) => Promise<readonly Answer[]>;
    readonly #limits: BatchLimits;
    readonly #clock: () => number;
    readonly #waiting: Waiting<Row, Answer>[] = [];
    #underWay = 0;

    /**
     * @param run carries out a batch; its answers are in the order of the rows, and what it throws all of them are told
     * @param clock milliseconds; any origin
     */
    constructor(
        run: (rows: readonly Row[]) => Promise<readonly Answer[]>,
        limits: BatchLimits,
        clock = () => performance.now()
    ) {
        this.#run = run;
        this.#limits = limits;
        this.#clock = clock;
    }

    /** @throws NotSent when too many wait, or have waited for too long; what the batch of the row throws */
    ask(row: Row): Promise<Answer> {
        if (this.#waiting.length >= MOST_WAITING)
            return Promise.reject(new NotSent('Too much waits for the database.'));
        const { promise, resolve, reject } = Promise.withResolvers<Answer>();
        this.#waiting.push({ row, since: this.#clock(), resolve, reject });
        if (this.#underWay < this.#limits.atOnce) void this.#sendAll();
        return promise;
    }

    /** Never rejects. */
    async #sendAll(): Promise<void> {
        this.#underWay += 1;
        do {
            // What other requests of this turn ask for goes with it. The embedded database stops the loop while it works, so
            // that only now those are read which came meanwhile.
            await endOfTurn();
            await this.#send(this.#next());
        } while (this.#waiting.length > 0);
        this.#underWay -= 1;
    }

    /** Those who have waited for too long are told so, and the next ones leave. */
    #next(): Waiting<Row, Answer>[] {
        const oldest = this.#clock() - LONGEST_WAIT_MS;
        const firstInTime = this.#waiting.findIndex(({ since }) => since >= oldest);
        const late = firstInTime === -1 ? this.#waiting.length : firstInTime;
        for (const { reject } of this.#waiting.splice(0, late)) {
            reject(new NotSent('The database took too long for those who asked before.'));
        }
        return this.#waiting.splice(0, this.#limits.rows);
    }

    async #send(batch: readonly Waiting<Row, Answer>[]): Promise<void> {
        if (batch.length === 0) return;
        try {
            const answers = await this.#run(batch.map(({ row }) => row));
            for (const [index, { resolve }] of batch.entries()) resolve(answers[index] as Answer);
        } catch (error) {
            for (const { reject } of batch) reject(error);
        }
    }
}
