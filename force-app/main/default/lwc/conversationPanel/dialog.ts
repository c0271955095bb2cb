import formFactor from '@salesforce/client/formFactor';
import ConversationBlockDialog from 'c/conversationBlockDialog';
import type { BlockMode } from 'c/conversationBlockForm';
import { blockQuestion } from 'c/conversationLabels';
import type { Settings } from 'c/conversationSettings';
import type { ConversationView } from '#contract';
import { ANSWER, BUTTONS } from './focus';
import type { FocusKeeper } from './focus';
import type { Session } from './session';

/** Narrower than that, a dialog has no room. */
const NARROW_PX = 480;

/** Opens the dialog about one conversation, and does what the agent decides in it. */
export type AskInDialog = (mode: BlockMode, view: ConversationView, settings: Settings) => Promise<void>;

/** Whether to ask in the card itself: dialogs are not made for the mobile app. */
export function asksInCard(): boolean {
    return formFactor === 'Small' || window.innerWidth < NARROW_PX;
}

/** @returns asks in a dialog, one at a time */
export function dialogOf(session: Session, focusKeeper: FocusKeeper): AskInDialog {
    let isOpen = false;
    return async (mode, view, settings) => {
        if (isOpen) {
            return;
        }
        isOpen = true;
        let isDecided = false;
        const decision = await ConversationBlockDialog.open({
            label: blockQuestion(view, mode),
            size: 'small',
            mode,
            view,
            settings,
            draft: session.draftFor(mode, view),
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
            focusKeeper.want(ANSWER);
            session.decide(mode, view, decision);
        } else {
            focusKeeper.wantNow(BUTTONS);
        }
    };
}
