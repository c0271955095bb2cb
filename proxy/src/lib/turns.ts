import { bulkhead, BulkheadRejectedError, TaskCancelledError } from 'cockatiel';

/** Work that was never begun: too much of it waits already, or its turn did not come in time. */
export class NoTurn extends Error {
    override readonly name = 'NoTurn';
}

/** How much of some work may be under way at once, and how much may wait for its turn. */
export interface TurnsOptions {
    atOnce: number;
    waiting: number;
}

/** Does work in turn, so that one kind of it does not take everything from the others. */
export interface Turns {
    /**
     * @param waitMs how long the turn is waited for
     * @throws NoTurn when the work was not begun
     */
    take<T>(work: () => Promise<T>, waitMs: number): Promise<T>;
}

/** Turns for one kind of work. */
export function createTurns({ atOnce, waiting }: TurnsOptions): Turns {
    const slots = bulkhead(atOnce, waiting);
    return {
        async take(work, waitMs) {
            const wait = startWaiting(waitMs);
            try {
                const turn = slots.execute(() => {
                    wait.end();
                    return work();
                }, wait.signal);
                return await Promise.race([turn, wait.tooLong]);
            } catch (error) {
                const isRefused = error instanceof BulkheadRejectedError || error instanceof TaskCancelledError;
                throw isRefused ? new NoTurn('no turn', { cause: error }) : error;
            } finally {
                wait.end();
            }
        }
    };
}

/** The signal keeps a turn that comes too late from being taken. */
function startWaiting(waitMs: number): { signal: AbortSignal; tooLong: Promise<never>; end: () => void } {
    const controller = new AbortController();
    const { promise, reject } = Promise.withResolvers<never>();
    const timer = setTimeout(() => {
        controller.abort();
        reject(new TaskCancelledError());
    }, waitMs);
    return { signal: controller.signal, tooLong: promise, end: () => clearTimeout(timer) };
}
