import { Failure } from '../failure.ts';

/** A task that waits for its turn or has it. */
interface Turn<T> {
    /** What it is about: tasks of the same kind share one result. */
    sameAs: string;
    result: Promise<T>;
    /** Never rejects; the next task may run from then on. */
    over: Promise<void>;
    isGivenUp: boolean;
}

/**
 * Lets one task at a time run per key; the others wait in the order they came. A task that is the same as the last one
 * in line is not run: it shares that one's result.
 */
export class Turns<T> {
    readonly #last = new Map<string, Turn<T>>();
    readonly #waitMs: number;

    /** @param waitMs how long a task waits for its turn at most */
    constructor(waitMs: number) {
        this.#waitMs = waitMs;
    }

    /**
     * @param sameAs two tasks of one key with the same text do the same
     * @throws Failure `conversation-busy` when its turn did not come in time; then it never runs. What the task throws.
     */
    async take(key: string, sameAs: string, task: () => Promise<T>): Promise<T> {
        const last = this.#last.get(key);
        if (last !== undefined && last.sameAs === sameAs && !last.isGivenUp) return last.result;
        const turn = this.#enqueue(last?.over, sameAs, task);
        this.#last.set(key, turn);
        void turn.over.then(() => {
            if (this.#last.get(key) === turn) this.#last.delete(key);
        });
        return turn.result;
    }

    #enqueue(before: Promise<void> | undefined, sameAs: string, task: () => Promise<T>): Turn<T> {
        const { promise: result, resolve, reject } = Promise.withResolvers<T>();
        const turn: Turn<T> = { sameAs, result, over: Promise.resolve(), isGivenUp: false };
        const giveUp = (): void => {
            turn.isGivenUp = true;
            reject(new Failure('conversation-busy'));
        };
        const timer = before === undefined ? undefined : setTimeout(giveUp, this.#waitMs);
        const run = async (): Promise<void> => {
            await before;
            clearTimeout(timer);
            if (!turn.isGivenUp) await task().then(resolve, reject);
        };
        turn.over = run();
        return turn;
    }
}
