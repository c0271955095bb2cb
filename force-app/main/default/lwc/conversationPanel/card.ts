import type { ConversationView } from '#contract';
import { announceStart, announceView } from './announcements';
import { failureOf, viewAfterFailure } from './failure';
import type { Failure } from './failure';
import type { Outcome, Task } from './tasks';

/** Everything the card knows. Replaced as a whole, so that no half of an answer is ever drawn. */
export interface Card {
    view: ConversationView | null;
    failure: Failure | null;
    /** What is under way; one thing at a time. */
    busy: Task['kind'] | null;
    /** Text of the live region. */
    announcement: string;
}

export const EMPTY_CARD: Card = { view: null, failure: null, busy: null, announcement: '' };

export function taskBegan(card: Card, task: Task): Card {
    return { ...card, busy: task.kind, announcement: announceStart(task) };
}

/** Success clears the error; failure keeps no more of the view than is still known. */
export function taskEnded(card: Card, task: Task, { view, error }: Outcome): Card {
    if (view) {
        return { view, failure: null, busy: null, announcement: announceView(task, card.view, view) };
    }
    return {
        view: viewAfterFailure(task, error, card.view),
        failure: failureOf(task, error),
        busy: null,
        announcement: error.message
    };
}

/** The dialog was answered, but the page had moved on to another record: nothing was asked of the org. */
export function recordChanged(card: Card, message: string): Card {
    const error = { code: 'record-changed', message, requestId: null, retryAfterSeconds: null, view: null };
    return { ...card, failure: { error, retry: { kind: 'load' } }, announcement: message };
}
