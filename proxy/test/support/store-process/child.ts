/** A process that works on an embedded store as its parent asks it to. */
import { randomBytes } from 'node:crypto';
import { Failure } from '../../../src/lib/failure.ts';
import { openStore, type Store } from '../../../src/store/store.ts';
import { accept, BLOCK } from '../commands.ts';

/** What the process can be asked for. */
export type StoreRequest =
    | { open: string }
    /** Accepts a block with a note of that many random bytes. */
    | { accept: string; noteBytes?: number }
    | { read: string };

/** What became of it: done, or the code or name of the error. */
export type StoreAnswer = { done: true } | { failed: string };

let store: Store | undefined;

process.on('message', (request: StoreRequest) => {
    void answer(request).then((told) => process.send?.(told));
});

async function answer(request: StoreRequest): Promise<StoreAnswer> {
    try {
        await work(request);
        return { done: true };
    } catch (error) {
        if (error instanceof Failure) return { failed: error.code };
        return { failed: error instanceof Error ? error.name : 'unknown' };
    }
}

async function work(request: StoreRequest): Promise<void> {
    if ('open' in request) {
        store = await openStore({ dataDir: request.open });
        return;
    }
    const journal = store?.journalOf('acme');
    if (journal === undefined) throw new Error('The store is not open.');
    if ('read' in request) {
        await journal.read(request.read);
        return;
    }
    // Random, since what repeats itself is stored in less room.
    const note = randomBytes(request.noteBytes ?? 0).toString('base64url');
    await accept(journal, request.accept, { ...BLOCK, terms: { note } });
}
