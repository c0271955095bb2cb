import type { ConversationView } from '#contract';
import ConversationBlockDialog from 'c/conversationBlockDialog';
import { describePerson, format } from 'c/conversationLabels';
import { i18n } from './labels';
import type { BlockTask } from './tasks';

/**
 * Opens the dialog about one conversation.
 * @param draft an earlier wish; what it holds is filled in if it was about the same conversation
 * @param whenGone called after a decision, when the dialog has left the page: by then it has given focus back to the
 *   button that opened it, later than the answer of a quick call may have moved it
 * @returns the wish; null when the agent cancelled
 */
export async function askForBlock(
    view: ConversationView,
    draft: BlockTask | null,
    whenGone: () => void
): Promise<BlockTask | null> {
    let isDecided = false;
    const earlier = draft?.conversationId === view.id ? draft : null;
    const decision = await ConversationBlockDialog.open({
        label: format(i18n.dialogTitle, describePerson(view)),
        size: 'small',
        view,
        reason: earlier?.reason ?? '',
        note: earlier?.note ?? null,
        ongone: () => {
            void Promise.resolve().then(() => (isDecided ? whenGone() : undefined));
        }
    });
    isDecided = decision !== undefined;
    return decision ? { kind: 'block', conversationId: view.id, ...decision } : null;
}
