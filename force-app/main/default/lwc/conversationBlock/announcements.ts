import type { ConversationView } from '#contract';
import { format, isKeptOut, shownState, stateLabel } from 'c/conversationLabels';
import { i18n } from './labels';
import type { Task } from './tasks';

/** What the live region says while a task is under way. */
export function announceStart(task: Task): string {
    return { load: '', block: i18n.blocking, unblock: i18n.unblocking }[task.kind];
}

/**
 * What the live region says when the answer is there.
 * @param before the view until now; null when the card was empty: the first view is read as part of the page
 */
export function announceView(task: Task, before: ConversationView | null, now: ConversationView): string {
    if (now.block?.state === 'pending') {
        return i18n.pendingNow;
    }
    if (task.kind === 'block' && now.state === 'BLOCKED') {
        return isKeptOut(now) ? i18n.blockedNow : i18n.blockedNotKeptOut;
    }
    if (task.kind === 'unblock' && now.state !== 'BLOCKED') {
        return i18n.unblockedNow;
    }
    const changed = task.kind !== 'load' || (before !== null && shownState(before) !== shownState(now));
    return changed ? format(i18n.stateNow, stateLabel(shownState(now))) : '';
}
