import { Failure } from '../../lib/failure.ts';

/** A task that waits for its turn or has it. */
interface Turn<T> {
    /** What it is about: tasks of the same kind share one result. */
    sameAs: string;
    result: Promise<T>;
    /** Never rejects; the next task may run from then on. */
    over: Promise<void>;
    isGivenUp: boolean;
}

/** A task and how long it can wait. */
export interface Task<T> {
    /** Two tasks of one key with the same text do the same. */
    sameAs: string;
    /** When it is given up unless its turn has come, by `performance.now()`. */
    startBy: number;
    run(): Promise<T>;
}

/**
 * Lets one task at a time run per key; the others wait in the order they came. A task that is the same as the last one
 * in line is not run: it shares that one's result, but not a failure to sign in, which is that one's alone.
 */
export class Turns<T> {
    readonly #last = new Map<string, Turn<T>>();

    /**
     * @throws Failure `conversation-busy` when its turn did not come in time; then it never runs. What the task throws.
     */
    async take(key: string, task: Task<T>): Promise<T> {
        const last = this.#last.get(key);
        if (last?.sameAs === task.sameAs && !last.isGivenUp) {
            return last.result.catch(async (error: unknown) => {
                if (!(error instanceof Failure && error.code === 'invalid-token')) throw error;
                await last.over;
                return this.take(key, task);
            });
        }
        const turn = enqueue(last?.over, task);
        this.#last.set(key, turn);
        void turn.over.then(() => {
            if (this.#last.get(key) === turn) this.#last.delete(key);
        });
        return turn.result;
    }
}

function enqueue<T>(before: Promise<void> | undefined, { sameAs, startBy, run: task }: Task<T>): Turn<T> {
    const { promise: result, resolve, reject } = Promise.withResolvers<T>();
    const turn: Turn<T> = { sameAs, result, over: Promise.resolve(), isGivenUp: false };
    const giveUp = (): void => {
        turn.isGivenUp = true;
        reject(new Failure('conversation-busy'));
    };
    const timer = before === undefined ? undefined : setTimeout(giveUp, Math.max(0, startBy - performance.now()));
    const run = async (): Promise<void> => {
        await before;
        clearTimeout(timer);
        if (!turn.isGivenUp) await task().then(resolve, reject);
    };
    turn.over = run();
    return turn;
}
