/** Lets one task at a time run per key; the others wait in the order they came. */
export class Turns {
    readonly #last = new Map<string, Promise<unknown>>();

    /** Runs the task when all earlier ones of the same key have ended, however they ended. */
    async take<T>(key: string, task: () => Promise<T>): Promise<T> {
        const turn = (this.#last.get(key) ?? Promise.resolve()).then(task, task);
        this.#last.set(key, turn);
        try {
            return await turn;
        } finally {
            if (this.#last.get(key) === turn) this.#last.delete(key);
        }
    }
}
