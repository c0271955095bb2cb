import type { ConversationView } from '#contract';
import { leavesOutcomeUnknown } from 'c/conversationErrors';
import type { ConversationError } from 'c/conversationErrors';
import type { Task } from './tasks';

/** What went wrong, and what Retry does about it. */
export interface Failure {
    error: ConversationError;
    retry: Task;
}

/** The record points to another conversation now: repeating would be refused again, so Retry looks first. */
const CHANGED = 'conversation-changed';

export function failureOf(task: Task, error: ConversationError): Failure {
    return { error, retry: error.code === CHANGED ? { kind: 'load' } : task };
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
    return leavesOutcomeUnknown(error.code) ? withoutClaims(before) : before;
}

function withoutClaims(view: ConversationView): ConversationView {
    return { ...view, state: null, stateSource: 'none', asOf: null, block: null };
}
