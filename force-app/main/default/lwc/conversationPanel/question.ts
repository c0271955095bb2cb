import type { ConversationView } from '#contract';
import type { BlockMode, FormNews } from 'c/conversationBlockForm';
import { canResolve, needsConfirmation } from 'c/conversationLabels';
import userId from '@salesforce/user/Id';
import { askedAgain, isOutdated } from './askedAgain';
import * as i18n from './labels';
import { isSame } from './same';
import { taskOfForm } from './taskOf';
import type { Task, TaskKind } from './tasks';

/** Something the card asks in itself before it does anything. */
export interface Question {
    kind: Exclude<TaskKind, 'load'>;
    /** What the agent looked at when it was asked; it does not change under what they type. */
    view: ConversationView;
    /** What is done on a yes; null while a form is filled in that will say it. */
    task: Task | null;
    /** What to say of what happened meanwhile; null when nothing did. */
    notice: string | null;
    /** Until then, in milliseconds since 1970, a yes was meant for what stood there before, and does nothing. */
    notBefore?: number;
}

/** A question that a form asks. */
export type FormQuestion = Question & { kind: BlockMode };

/** Whether a form asks for it. */
export function isForm<T extends { kind: TaskKind }>(asked: T): asked is T & { kind: BlockMode } {
    return asked.kind === 'block' || asked.kind === 'change';
}

/** Whether it is asked once more before something is done: it ends what somebody else did. */
export function asksFirst(task: Task, view: ConversationView): task is Task<'unblock'> {
    return task.kind === 'unblock' && needsConfirmation(view, userId);
}

const NOTHING_TYPED = { reason: null, note: null, until: null, duration: 'none' } as const;

/** What became of the conversation since a form was opened. @param asked what the agent looked at */
export function newsOf(mode: BlockMode, asked: ConversationView, now: ConversationView): FormNews {
    if (asked.id !== now.id) {
        return { notice: i18n.recordChanged, isPossible: false };
    }
    if (!isPossible(taskOfForm(mode, asked, NOTHING_TYPED), now)) {
        return { notice: i18n.notLegalNow, isPossible: false };
    }
    return { notice: isSame(asked, now) ? null : i18n.changedMeanwhile, isPossible: true };
}

/** Buttons that set a state. */
const CLOSES = ['close'];
const OPENS = ['takeOver', 'reopen'];

/** Whether something may be done to the conversation as it is now: another block than the one meant is not to be changed. */
export function isPossible(task: Task, { id, actions, block, undo }: ConversationView): boolean {
    if (task.kind === 'load') {
        return true;
    }
    if (task.command.conversationId !== id) {
        return false;
    }
    switch (task.kind) {
        case 'change':
            return block?.state === 'confirmed' && block.id === task.command.blockId && actions.includes('unblock');
        case 'state':
            return actions.some((each) => (task.command.state === 'CLOSED' ? CLOSES : OPENS).includes(each));
        case 'undo':
            return undo?.operationId === task.command.operationId;
        case 'resolve':
            return canResolve({ actions });
        default:
            return actions.includes(task.kind);
    }
}

/**
 * What becomes of a question when a newer view comes. What somebody types in stays; any other question is asked about the
 * newer view, or not at all. What a supervisor saw on the channel is never taken for what it shows now.
 */
export function questionAfter(question: Question | null, view: ConversationView): Question | null {
    if (question?.view.id !== view.id) {
        return null;
    }
    if (isForm(question)) {
        const { notice } = newsOf(question.kind, question.view, view);
        return notice ? { ...question, notice } : question;
    }
    if (!question.task || (isSame(question.view, view) && !isOutdated(question.task, view))) {
        return question;
    }
    const notice = i18n.changedMeanwhile;
    const isStillAsked = question.kind !== 'unblock' || asksFirst(question.task, view);
    if (!isStillAsked || !isPossible(question.task, view)) {
        return null;
    }
    return isOutdated(question.task, view) ? askedAgain(question.task, view) : { ...question, view, notice };
}
