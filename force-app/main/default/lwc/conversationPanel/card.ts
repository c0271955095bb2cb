import type { ConversationView } from '#contract';
import { spokenError } from 'c/conversationErrors';
import type { ConversationError } from 'c/conversationErrors';
import { announceNews, announceStart, announceView } from './announcements';
import { failureOf, viewAfterFailure } from './failure';
import type { Failure } from './failure';
import { i18n } from './labels';
import { questionAfter } from './question';
import type { Question } from './question';
import { LOAD } from './tasks';
import type { Outcome, Task } from './tasks';
import { offerAfter } from './undoOffer';
import type { UndoOffer } from './undoOffer';

/** Everything the card knows. Replaced as a whole, so that no half of an answer is ever drawn. */
export interface Card {
    view: ConversationView | null;
    failure: Failure | null;
    /** What is under way; one thing at a time. */
    busy: Task['kind'] | null;
    /** Whether it takes long. */
    isSlow: boolean;
    question: Question | null;
    undo: UndoOffer | null;
    /** When the view was answered, in milliseconds since 1970. */
    seenAt: number;
    /** Whether a later look failed, so that the view may not hold anymore. */
    isLagging: boolean;
    /** Text of the live region. */
    announcement: string;
}

/** Tasks that follow from a question, which is over with them. */
const ANSWERS: ReadonlySet<Task['kind']> = new Set(['block', 'change', 'unblock']);

export const EMPTY_CARD: Card = {
    view: null,
    failure: null,
    busy: null,
    isSlow: false,
    question: null,
    undo: null,
    seenAt: 0,
    isLagging: false,
    announcement: ''
};

export function taskBegan(card: Card, task: Task): Card {
    const question = ANSWERS.has(task.kind) ? null : card.question;
    return { ...card, busy: task.kind, question, announcement: announceStart(task) };
}

export function asked(card: Card, kind: Question['kind'], view: ConversationView): Card {
    return { ...card, question: { kind, view, notice: null } };
}

export function tookLong(card: Card): Card {
    return { ...card, isSlow: true, announcement: i18n.stillWorking };
}

/** Success clears the error; failure keeps no more of the view than is still known. @param now in ms since 1970 */
export function taskEnded(card: Card, task: Task, { view, error }: Outcome, now: number): Card {
    const idle = { ...card, busy: null, isSlow: false };
    if (view) {
        const announcement = announceView(task, card.view, view);
        return { ...withView(idle, view, task.kind !== 'load', now), failure: null, announcement };
    }
    return withFailure(idle, task, error, now);
}

/** A look that nobody asked for was answered: no more changes than has changed. @param now in ms since 1970 */
export function reloaded(card: Card, { view, error }: Outcome, now: number): Card {
    if (view) {
        const failure = card.failure?.isOfLoad ? null : card.failure;
        const after = { ...withView(card, view, false, now), failure };
        if (card.question && card.question.view.id !== view.id) {
            return recordChanged(after);
        }
        const news = card.view && announceNews(card.view, view);
        return news ? { ...after, announcement: [news, after.question?.notice].filter(Boolean).join(' ') } : after;
    }
    const after = withFailure(card, LOAD, error, now);
    return after.isLagging ? { ...card, isLagging: true } : after;
}

/** A question was answered for a conversation that is not shown anymore: nothing was asked of the org. */
export function recordChanged(card: Card): Card {
    const message = i18n.recordChanged;
    const error = { code: 'record-changed', message, requestId: null, retryAfterSeconds: null, view: null };
    return { ...card, question: null, failure: { error, retry: LOAD, isOfLoad: true }, announcement: message };
}

/** A question was answered too late: it is asked again, with what was typed. */
export function notLegalNow(card: Card, kind: Question['kind'], view: ConversationView): Card {
    return { ...card, question: { kind, view, notice: i18n.notLegalNow }, announcement: i18n.notLegalNow };
}

function withView(card: Card, view: ConversationView, isOwn: boolean, now: number): Card {
    const question = questionAfter(card.question, view, i18n.changedMeanwhile);
    const undo = offerAfter(card.undo, view.undo, isOwn, now);
    return { ...card, view, question, undo, seenAt: now, isLagging: false };
}

function withFailure(card: Card, task: Task, error: ConversationError, now: number): Card {
    const view = viewAfterFailure(task, error, card.view);
    const failed = { ...card, failure: failureOf(task, error), announcement: spokenError(error) };
    if (error.view) {
        return withView(failed, error.view, false, now);
    }
    const isLagging = task.kind === 'load' ? view !== null && view === card.view : card.isLagging;
    return { ...failed, view, undo: view?.undo ? card.undo : null, isLagging };
}
