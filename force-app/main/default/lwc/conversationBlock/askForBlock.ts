import type { ConversationView } from '#contract';
import ConversationBlockDialog from 'c/conversationBlockDialog';
import { describePerson, format } from 'c/conversationLabels';
import { i18n } from './labels';
import type { BlockTask } from './tasks';

/**
 * Opens the dialog about one conversation.
 * @param draft an earlier wish; what it holds is filled in if it was about the same conversation
 * @returns the wish; null when the agent cancelled
 */
export async function askForBlock(view: ConversationView, draft: BlockTask | null): Promise<BlockTask | null> {
    const earlier = draft?.conversationId === view.id ? draft : null;
    const decision = await ConversationBlockDialog.open({
        label: format(i18n.dialogTitle, describePerson(view)),
        size: 'small',
        channelLabel: view.channel.label,
        reason: earlier?.reason ?? '',
        note: earlier?.note ?? null
    });
    return decision ? { kind: 'block', conversationId: view.id, ...decision } : null;
}
