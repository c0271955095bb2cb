import type { ConversationView } from '#contract';
import { needsConfirmation } from 'c/conversationLabels';
import userId from '@salesforce/user/Id';

/** Something the card asks in itself before it does anything. */
export interface Question {
    kind: 'block' | 'change' | 'unblock';
    /** What the agent looked at when it was asked; it does not change under what they type. */
    view: ConversationView;
    /** What to say of what happened meanwhile; null when nothing did. */
    notice: string | null;
}

/** Whether something may be done to the conversation as it is now. */
export function isLegal(kind: Question['kind'], view: ConversationView | null): boolean {
    if (kind === 'change') {
        return view?.block?.state === 'confirmed' && view.actions.includes('unblock');
    }
    return view?.actions.includes(kind) ?? false;
}

/**
 * What becomes of a question when a newer view comes. What somebody types in stays; a question whether to unblock is
 * asked about the newer view, or not at all.
 * @param notice says that something was changed
 */
export function questionAfter(question: Question | null, view: ConversationView, notice: string): Question | null {
    if (!question || question.view.id !== view.id) {
        return null;
    }
    if (isSame(question.view, view)) {
        return question;
    }
    if (question.kind === 'unblock') {
        return isLegal('unblock', view) && needsConfirmation(view, userId) ? { ...question, view, notice } : null;
    }
    return { ...question, notice };
}

function isSame(one: ConversationView, other: ConversationView): boolean {
    return one.state === other.state && JSON.stringify(one.block) === JSON.stringify(other.block);
}
