import type { ConversationView } from '#contract';
import { leavesOutcomeUnknown } from 'c/conversationErrors';
import type { ConversationError } from 'c/conversationErrors';
import type { Task } from './tasks';

/** What went wrong, and what Retry does about it. */
export interface Failure {
    error: ConversationError;
    retry: Task;
}

/** The record points to another conversation now. */
const CHANGED = 'conversation-changed';

/** What the card shows is not what holds: repeating would be refused again, so Retry looks first. */
const LOOK_FIRST: ReadonlySet<string> = new Set([CHANGED, 'platform-block-settled', 'platform-block-not-supported']);

export function failureOf(task: Task, error: ConversationError): Failure {
    // What a supervisor saw before an earlier change is over may not be what the channel shows afterwards.
    const isOutdated = task.kind === 'settle' && error.code === 'conversation-busy';
    return { error, retry: isOutdated || LOOK_FIRST.has(error.code) ? { kind: 'load' } : task };
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
    if (task.kind === 'load' || error.code === CHANGED || !before) {
        return null;
    }
    // What a supervisor saw is a note about the channel; whether or not it was kept, nothing else has changed.
    const isInDoubt = task.kind !== 'settle' && leavesOutcomeUnknown(error.code);
    return isInDoubt ? withoutClaims(before) : before;
}

function withoutClaims(view: ConversationView): ConversationView {
    const isTouched = view.platformBlock.status !== 'not-supported';
    const platformBlock = isTouched
        ? ({ status: 'unconfirmed', reason: null, message: null } as const)
        : view.platformBlock;
    return { ...view, state: null, stateSource: 'none', asOf: null, block: null, platformBlock };
}
