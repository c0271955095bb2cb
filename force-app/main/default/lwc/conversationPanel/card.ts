import type { ConversationView, NativeBlockRequest } from '#contract';
import { errorOf, spokenError } from 'c/conversationErrors';
import type { ConversationError } from 'c/conversationErrors';
import { format } from 'c/conversationLabels';
import { askedAgain, isOutdated } from './askedAgain';
import { announceNews, announceView, STARTS, whatHolds } from './announcements';
import { failureAfter, failureOf, viewAfterFailure } from './failure';
import type { Failure } from './failure';
import * as i18n from './labels';
import { isForm, isPossible, questionAfter } from './question';
import type { Question } from './question';
import { LOAD } from './tasks';
import type { Outcome, Task, TaskKind } from './tasks';
import { offerAfter } from './undoOffer';
import type { UndoOffer } from './undoOffer';

/** Everything the card knows. Replaced as a whole, so that no half of an answer is ever drawn. */
export interface Card {
    view: ConversationView | null;
    failure: Failure | null;
    /** What is under way; one thing at a time. */
    busy: TaskKind | null;
    /** Whether it takes long. */
    isSlow: boolean;
    question: Question | null;
    /** The version of the native block with which this user was last asked, or saw on purpose, what the channel shows. */
    askedVersion: string | null;
    undo: UndoOffer | null;
    /** When the view was answered, in milliseconds since 1970. */
    seenAt: number;
    /** Whether a later look failed, so that the view may not hold anymore. */
    isLagging: boolean;
    /** Text of the live region. */
    announcement: string;
}

export const EMPTY_CARD: Card = {
    view: null,
    failure: null,
    busy: null,
    isSlow: false,
    question: null,
    askedVersion: null,
    undo: null,
    seenAt: 0,
    isLagging: false,
    announcement: ''
};

export function taskBegan(card: Card, { kind }: Task): Card {
    return { ...card, busy: kind, question: kind === 'load' ? card.question : null, announcement: STARTS[kind] };
}

/** @param task what is done on a yes; null where a form asks */
export function asked(card: Card, kind: Question['kind'], view: ConversationView, task: Task | null): Card {
    return { ...card, question: { kind, view, task, notice: null } };
}

/** A supervisor has looked on the channel: asked once more, and again where it may have changed since they were asked. */
export function answered(card: Card, view: ConversationView, { status }: NativeBlockRequest): Card {
    const command = { conversationId: view.id, status, version: card.askedVersion };
    const task: Task<'resolve'> = { kind: 'resolve', command };
    return isOutdated(task, view) ? mustLookAgain(card, task, view) : asked(card, 'resolve', view, task);
}

export function tookLong(card: Card): Card {
    return { ...card, isSlow: true, announcement: i18n.stillWorking };
}

/** Success clears the error; failure keeps no more of the view than is still known. */
export function taskEnded(card: Card, task: Task, { view, error }: Outcome): Card {
    const idle = idleAgain(card);
    if (view) {
        const announcement = announceView(task.kind, card.view, view);
        return { ...withView(idle, view), failure: null, askedVersion: view.nativeBlock.version, announcement };
    }
    const after = withFailure(idle, task, error);
    const isRefused = task.kind === 'resolve' && error.code === 'native-block-changed';
    return isRefused && error.view && isPossible(task, error.view)
        ? { ...mustLookAgain(after, task, error.view), failure: null }
        : after;
}

/** A look that nobody asked for was answered: no more changes than has changed. */
export function reloaded(card: Card, { view, error }: Outcome): Card {
    if (!view) {
        const after = withFailure(card, LOAD, error);
        return after.isLagging ? { ...card, isLagging: true } : after;
    }
    const after = { ...withView(card, view), failure: failureAfter(card.failure, view) };
    if (card.question && card.question.view.id !== view.id) {
        return recordChanged(after);
    }
    const news = card.view && announceNews(card.view, view);
    const notice = news || after.question !== card.question ? after.question?.notice : null;
    const announcement = [news, notice].filter(Boolean).join(' ');
    return announcement ? { ...after, announcement } : after;
}

/** A question was answered for a conversation that is not shown anymore: nothing was asked of the org. */
export function recordChanged(card: Card): Card {
    const failure = failureOf(LOAD, errorOf('record-changed', i18n.recordChanged), card.view);
    return { ...card, question: null, failure, announcement: i18n.recordChanged };
}

/** A question was answered too late: it is asked again, with what was typed. */
export function notLegalNow(card: Card, kind: Question['kind'], view: ConversationView): Card {
    const notice = i18n.notLegalNow;
    return { ...card, question: { kind, view, task: null, notice }, announcement: notice };
}

/**
 * What failed was to be done once more, and was looked at first. Its failure stays as long as nothing was decided since;
 * else it is asked about, with what holds now, or dropped where it is not possible anymore.
 */
export function lookedBefore(card: Card, task: Exclude<Task, Task<'load'>>, { view, error }: Outcome): Card {
    const idle = idleAgain(card);
    if (!view) {
        const after = withFailure(idle, LOAD, error);
        const failure = after.view && after.failure && card.failure && { ...card.failure, error };
        return failure ? { ...after, failure } : after;
    }
    const after = { ...withView(idle, view), failure: failureAfter(card.failure, view) };
    if (after.failure) {
        return after;
    }
    const notice = format(i18n.decidedMeanwhile, whatHolds(view));
    if (isOutdated(task, view) && isPossible(task, view)) {
        return mustLookAgain(after, task, view);
    }
    const question = isPossible(task, view)
        ? { kind: task.kind, view, task: isForm(task) ? null : task, notice }
        : null;
    return { ...after, question, announcement: notice };
}

/** It is not offered once more when the same is told again. */
export function undoEnded(card: Card): Card {
    return { ...card, undo: card.undo && { ...card.undo, endsAt: null } };
}

function idleAgain(card: Card): Card {
    return { ...card, busy: null, isSlow: false };
}

function withView(card: Card, answer: ConversationView): Card {
    const seenAt = Date.now();
    const view = named(answer, card.view);
    const question = questionAfter(card.question, view);
    const askedVersion = askedVersionAfter(card, question, view);
    const undo = offerAfter(card.undo, view.undo, seenAt);
    return { ...card, view, question, askedVersion, undo, seenAt, isLagging: false };
}

/** Only a look asks the record for a name that GoTallo does not tell. */
function named(view: ConversationView, before: ConversationView | null): ConversationView {
    const isKept = before?.id === view.id && view.customer.name === null;
    return isKept ? { ...view, customer: before.customer } : view;
}

/** A quiet look asks nobody to look on the channel: who did so before it looked with an earlier version. */
function askedVersionAfter(card: Card, question: Question | null, view: ConversationView): string | null {
    if (question?.task?.kind === 'resolve') {
        return question.task.command.version;
    }
    return (card.view?.id === view.id ? card.askedVersion : null) ?? view.nativeBlock.version;
}

function mustLookAgain(card: Card, task: Task<'resolve'>, view: ConversationView): Card {
    const question = askedAgain(task, view);
    return { ...card, question, askedVersion: view.nativeBlock.version, announcement: question.notice };
}

function withFailure(card: Card, task: Task, error: ConversationError): Card {
    const failed = { ...card, failure: failureOf(task, error, card.view), announcement: spokenError(error) };
    if (error.view) {
        return withView(failed, error.view);
    }
    const view = viewAfterFailure(task.kind, error, card.view);
    const isLagging = task.kind === 'load' ? view !== null && view === card.view : card.isLagging;
    return { ...failed, view, undo: view?.undo ? card.undo : null, isLagging };
}
