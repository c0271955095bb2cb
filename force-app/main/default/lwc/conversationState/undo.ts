import type { ConversationView } from '#contract';
import { describePerson, format, inUnits } from 'c/conversationLabels';
import * as i18n from './labels';

/** What was done just now, and the button that takes it back. */
export interface UndoSentence {
    words: string;
    label: string;
    /** Accessible name of the button: its label, and the person. */
    description: string;
    /** How long it is offered yet, such as `24s`; empty when that is over. */
    left: string;
}

/** @returns null where there is nothing to take back */
export function undoSentence(view: ConversationView, secondsLeft: number): UndoSentence | null {
    return (
        view.undo && {
            words: view.undo.kind === 'block' ? i18n.blocked : i18n.unblocked,
            label: i18n.undo,
            description: format(i18n.nameWho, i18n.undo, describePerson(view)),
            left: secondsLeft > 0 ? inUnits(secondsLeft, 'second', 'narrow') : ''
        }
    );
}
