import type { BlockTask, Outcome, Task } from './tasks';

/**
 * The last wish to block that did not come true; a form opened again starts with it. It is forgotten as soon as the
 * conversation is blocked by whatever way, or unblocked.
 */
export function draftAfter(draft: BlockTask | null, task: Task, { view }: Outcome): BlockTask | null {
    if (view === null) {
        return task.kind === 'block' || task.kind === 'change' ? task : draft;
    }
    const isUntouched = task.kind === 'load' || task.kind === 'settle';
    return isUntouched && (view.state !== 'BLOCKED' || draft?.kind === 'change') ? draft : null;
}
