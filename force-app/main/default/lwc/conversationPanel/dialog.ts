import formFactor from '@salesforce/client/formFactor';
import ConversationBlockDialog from 'c/conversationBlockDialog';
import type { Tell } from 'c/conversationBlockDialog';
import type { BlockDecision, BlockDraft, BlockMode, FormNews } from 'c/conversationBlockForm';
import { blockQuestion } from 'c/conversationLabels';
import type { Settings } from 'c/conversationSettings';
import type { ConversationView } from '#contract';
import { announceNews } from './announcements';
import { ANSWER, BUTTONS } from './focus';
import type { FocusKeeper } from './focus';
import { newsOf } from './question';

/** Narrower than that, a dialog has no room. */
const NARROW_PX = 480;

/** What a dialog is about, and starts with. */
interface DialogSubject {
    mode: BlockMode;
    view: ConversationView;
    settings: Settings;
    draft: BlockDraft | null;
}

/** What the agent does in the dialog. */
interface DialogListener {
    typed(draft: BlockDraft): void;
    decided(decision: BlockDecision): void;
}

/** Asks in a dialog, one at a time. */
export interface AskingDialog {
    open(subject: DialogSubject, listener: DialogListener): Promise<void>;
    /** To be called with every newer view: an open dialog says what happened, and takes no decision that came too late. */
    follow(view: ConversationView | null): void;
}

/** Whether to ask in the card itself: dialogs are not made for the mobile app. */
export function asksInCard(): boolean {
    return formFactor === 'Small' || window.innerWidth < NARROW_PX;
}

export function dialogOf(focusKeeper: FocusKeeper): AskingDialog {
    let follow: AskingDialog['follow'] | null = null;

    return {
        follow: (view) => follow?.(view),
        async open(subject, { typed, decided }) {
            if (follow) {
                return;
            }
            let tell: Tell = () => undefined;
            follow = (view) => view && tell(newsIn(subject, view));
            let isDecided = false;
            const decision = await ConversationBlockDialog.open({
                ...subject,
                label: blockQuestion(subject.view, subject.mode, Date.now()),
                size: 'small',
                onshown: ({ detail }) => {
                    tell = detail;
                },
                ontyped: ({ detail }) => typed(detail),
                // When it has left the page it has given focus back to the button that opened it, which may be gone, and
                // later than the answer of a quick call may have moved it.
                ongone: () => {
                    void Promise.resolve().then(() => focusKeeper.wantNow(isDecided ? ANSWER : BUTTONS));
                }
            }).finally(() => {
                follow = null;
            });
            isDecided = decision !== undefined;
            if (decision) {
                decided(decision);
            }
        }
    };
}

/** Behind a dialog nobody sees or hears the card, so it says what holds now too. */
function newsIn({ mode, view }: DialogSubject, now: ConversationView): FormNews {
    const { notice, isPossible } = newsOf(mode, view, now);
    return { notice: notice && `${notice} ${announceNews(view, now)}`.trim(), isPossible };
}
