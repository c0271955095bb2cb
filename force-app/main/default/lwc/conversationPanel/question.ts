import type { ConversationView } from '#contract';
import { needsConfirmation } from 'c/conversationLabels';
import userId from '@salesforce/user/Id';
import * as i18n from './labels';
import { isSame } from './same';

/** Something the card asks in itself before it does anything. */
export interface Question {
    kind: 'block' | 'change' | 'unblock';
    /** What the agent looked at when it was asked; it does not change under what they type. */
    view: ConversationView;
    /** What to say of what happened meanwhile; null when nothing did. */
    notice: string | null;
}

/**
 * Whether something may be done to the conversation as it is now.
 * @param seen the view that the agent looked at: another block than the one in it is not theirs to change
 */
export function isLegal(kind: Question['kind'], view: ConversationView | null, seen = view): boolean {
    if (kind === 'change') {
        const block = view?.block;
        return (
            block?.state === 'confirmed' && block.id === seen?.block?.id && view?.actions.includes('unblock') === true
        );
    }
    return view?.actions.includes(kind) ?? false;
}

/**
 * What becomes of a question when a newer view comes. What somebody types in stays; a question whether to unblock is
 * asked about the newer view, or not at all.
 */
export function questionAfter(question: Question | null, view: ConversationView): Question | null {
    if (question?.view.id !== view.id) {
        return null;
    }
    if (isSame(question.view, view)) {
        return question;
    }
    const notice = i18n.changedMeanwhile;
    if (question.kind !== 'unblock') {
        return { ...question, notice };
    }
    return isLegal('unblock', view) && needsConfirmation(view, userId) ? { ...question, view, notice } : null;
}
