import type { BlockTask, Outcome, Task } from './tasks';

/**
 * What becomes of the last wish to block, or to change a block, with which a form opened again starts. It is forgotten
 * as soon as the conversation is blocked by whatever way, or unblocked.
 */
export function draftAfter(draft: BlockTask | null, task: Task, { view }: Outcome): BlockTask | null {
    const isUntouched = view === null || task.kind === 'load' || task.kind === 'settle';
    const isFulfilled = view?.state === 'BLOCKED' && draft?.kind === 'block';
    return isUntouched && !isFulfilled ? draft : null;
}
