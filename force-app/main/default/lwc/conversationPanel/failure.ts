import type { ConversationView } from '#contract';
import { leavesOutcomeUnknown, means } from 'c/conversationErrors';
import type { ConversationError } from 'c/conversationErrors';
import type { Card } from './card';
import { isDecidedSince } from './decided';
import { LOAD } from './tasks';
import type { Task, TaskKind } from './tasks';

/** What went wrong, and what Retry does about it. */
export interface Failure {
    error: ConversationError;
    retry: Task;
    /** Whether it was a look: then it is over as soon as another look succeeds. */
    isOfLoad: boolean;
    /** What held when it failed, as far as is known: it is over, too, once anything was decided after that. */
    seen: ConversationView | null;
}

/** @param before the view until it failed */
export function failureOf(task: Task, error: ConversationError, before: ConversationView | null): Failure {
    // What a supervisor saw before an earlier change is over may not be what the channel shows afterwards.
    const isOutdated = task.kind === 'resolve' && error.code === 'conversation-busy';
    const retry = isOutdated || means(error.code, 'look-first') ? LOAD : task;
    return { error, retry, isOfLoad: task.kind === 'load', seen: error.view ?? before };
}

/** What is left of a failure when a newer view comes. */
export function failureAfter(failure: Failure | null, view: ConversationView): Failure | null {
    const isOver = !failure?.seen || failure.isOfLoad || isDecidedSince(failure.seen, view);
    return isOver ? null : failure;
}

/** How long what the card knows is as good as new to whoever decides on it. */
const MOMENT_MS = 5_000;

/** Whether something may have been decided that the card does not know of. */
export function mayBeOver({ failure, isLagging, seenAt }: Pick<Card, 'failure' | 'isLagging' | 'seenAt'>): boolean {
    const isUnknown = failure !== null && leavesOutcomeUnknown(failure.error.code);
    return isUnknown || isLagging || Date.now() - seenAt > MOMENT_MS;
}

/**
 * What the card may still show after a failure that says nothing of it, without claiming what nobody knows.
 * @param before the view until now
 */
export function viewAfterFailure(
    kind: TaskKind,
    { code }: ConversationError,
    before: ConversationView | null
): ConversationView | null {
    if (!before || means(code, 'nothing-to-show')) {
        return null;
    }
    const isResolving = kind === 'resolve';
    if (isResolving && code === 'no-permission') {
        // To say what the channel shows takes a permission of its own.
        return { ...before, actions: before.actions.filter((action) => action !== 'resolveNativeBlock') };
    }
    if (means(code, 'no-access')) {
        return { ...before, actions: [], undo: null };
    }
    if (code === 'undo-not-possible') {
        return { ...before, undo: null };
    }
    // A look changes nothing, and what a supervisor saw is a note about the channel, whether or not it was kept.
    return kind === 'load' || isResolving || !leavesOutcomeUnknown(code) ? before : withoutClaims(before);
}

function withoutClaims(view: ConversationView): ConversationView {
    const isTouched = view.nativeBlock.status !== 'not-supported';
    const nativeBlock = isTouched
        ? ({ status: 'unconfirmed', reason: null, version: null } as const)
        : view.nativeBlock;
    const actions = view.actions.filter((action) => !action.endsWith('NativeBlock'));
    return { ...view, state: null, stateSource: 'none', asOf: null, block: null, nativeBlock, actions, undo: null };
}
