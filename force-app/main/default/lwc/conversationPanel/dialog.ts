import formFactor from '@salesforce/client/formFactor';
import ConversationBlockDialog from 'c/conversationBlockDialog';
import type { BlockDecision, BlockDraft, BlockMode } from 'c/conversationBlockForm';
import { blockQuestion } from 'c/conversationLabels';
import type { Settings } from 'c/conversationSettings';
import type { ConversationView } from '#contract';
import { ANSWER, BUTTONS } from './focus';
import type { FocusKeeper } from './focus';

/** Narrower than that, a dialog has no room. */
const NARROW_PX = 480;

/** What a dialog is about, and starts with. */
interface DialogSubject {
    mode: BlockMode;
    view: ConversationView;
    settings: Settings;
    draft: BlockDraft | null;
}

/** Opens the dialog about one conversation, and tells what the agent decides in it. */
export type AskInDialog = (subject: DialogSubject, decide: (decision: BlockDecision) => void) => Promise<void>;

/** Whether to ask in the card itself: dialogs are not made for the mobile app. */
export function asksInCard(): boolean {
    return formFactor === 'Small' || window.innerWidth < NARROW_PX;
}

/** @returns asks in a dialog, one at a time */
export function dialogOf(focusKeeper: FocusKeeper): AskInDialog {
    let isOpen = false;
    return async (subject, decide) => {
        if (isOpen) {
            return;
        }
        isOpen = true;
        let isDecided = false;
        const decision = await ConversationBlockDialog.open({
            ...subject,
            label: blockQuestion(subject.view, subject.mode),
            size: 'small',
            // When it has left the page it has given focus back to the button that opened it, later than the answer of a
            // quick call may have moved it.
            ongone: () => {
                void Promise.resolve().then(() => (isDecided ? focusKeeper.wantNow(ANSWER) : undefined));
            }
        }).finally(() => {
            isOpen = false;
        });
        isDecided = decision !== undefined;
        if (decision) {
            decide(decision);
        } else {
            focusKeeper.wantNow(BUTTONS);
        }
    };
}
