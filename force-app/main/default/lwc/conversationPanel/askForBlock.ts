import formFactor from '@salesforce/client/formFactor';
import ConversationBlockDialog from 'c/conversationBlockDialog';
import type { BlockDecision, BlockDraft, BlockMode } from 'c/conversationBlockForm';
import { blockQuestion } from 'c/conversationLabels';
import type { Settings } from 'c/conversationSettings';
import type { ConversationView } from '#contract';

/** Narrower than that, a dialog has no room. */
const NARROW_PX = 480;

/** Whether to ask in the card itself: dialogs are not made for the mobile app. */
export function asksInCard(): boolean {
    return formFactor === 'Small' || window.innerWidth < NARROW_PX;
}

/**
 * Opens the dialog about one conversation.
 * @param draft an earlier wish, to start with
 * @param whenGone called after a decision, when the dialog has left the page: by then it has given focus back to the
 *   button that opened it, later than the answer of a quick call may have moved it
 * @returns the decision; null when the agent cancelled
 */
export async function askForBlock(
    mode: BlockMode,
    view: ConversationView,
    settings: Settings,
    draft: BlockDraft | null,
    whenGone: () => void
): Promise<BlockDecision | null> {
    let isDecided = false;
    const decision = await ConversationBlockDialog.open({
        label: blockQuestion(view, mode),
        size: 'small',
        mode,
        view,
        settings,
        draft,
        ongone: () => {
            void Promise.resolve().then(() => (isDecided ? whenGone() : undefined));
        }
    });
    isDecided = decision !== undefined;
    return decision ?? null;
}
