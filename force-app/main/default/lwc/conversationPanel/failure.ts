import type { ConversationView } from '#contract';
import { leavesNothing, leavesOutcomeUnknown, takesAccess } from 'c/conversationErrors';
import type { ConversationError } from 'c/conversationErrors';
import { LOAD } from './tasks';
import type { Task } from './tasks';

/** What went wrong, and what Retry does about it. */
export interface Failure {
    error: ConversationError;
    retry: Task;
    /** Whether it was a look: then it is over as soon as another look succeeds. */
    isOfLoad: boolean;
}

/** What the card shows is not what holds: repeating would be refused again, so Retry looks first. */
const LOOK_FIRST: ReadonlySet<string> = new Set([
    'conversation-changed',
    'platform-block-settled',
    'platform-block-not-supported',
    'undo-not-possible',
    'end-in-past'
]);

export function failureOf(task: Task, error: ConversationError): Failure {
    // What a supervisor saw before an earlier change is over may not be what the channel shows afterwards.
    const isOutdated = task.kind === 'settle' && error.code === 'conversation-busy';
    const retry = isOutdated || LOOK_FIRST.has(error.code) ? LOAD : task;
    return { error, retry, isOfLoad: task.kind === 'load' };
}

/**
 * What the card may still show after a failure, without claiming what nobody knows.
 * @param before the view until now
 */
export function viewAfterFailure(
    task: Task,
    error: ConversationError,
    before: ConversationView | null
): ConversationView | null {
    if (error.view) {
        return error.view;
    }
    if (!before || leavesNothing(error.code)) {
        return null;
    }
    if (takesAccess(error.code)) {
        // To say what the channel shows takes a permission of its own.
        const isOfSettling = task.kind === 'settle' && error.code === 'no-permission';
        const actions = isOfSettling ? before.actions.filter((action) => action !== 'settlePlatformBlock') : [];
        return { ...before, actions, undo: isOfSettling ? before.undo : null };
    }
    if (error.code === 'undo-not-possible') {
        return { ...before, undo: null };
    }
    // A look changes nothing, and what a supervisor saw is a note about the channel, whether or not it was kept.
    const isInDoubt = task.kind !== 'load' && task.kind !== 'settle' && leavesOutcomeUnknown(error.code);
    return isInDoubt ? withoutClaims(before) : before;
}

function withoutClaims(view: ConversationView): ConversationView {
    const isTouched = view.platformBlock.status !== 'not-supported';
    const platformBlock = isTouched
        ? ({ status: 'unconfirmed', reason: null, message: null } as const)
        : view.platformBlock;
    return { ...view, state: null, stateSource: 'none', asOf: null, block: null, platformBlock, undo: null };
}
