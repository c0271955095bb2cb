import type { ConversationView } from '#contract';
import type { CardAction } from 'c/conversationActions';
import type { BlockDecision, BlockMode } from 'c/conversationBlockForm';
import type { Task } from './tasks';

/** What a button does that opens no form. @returns null when there is nothing to undo anymore */
export function taskOf(action: Exclude<CardAction, BlockMode>, view: ConversationView): Task | null {
    const conversationId = view.id;
    if (action === 'undo') {
        return view.undo && { kind: action, command: { conversationId, operationId: view.undo.operationId } };
    }
    if (action === 'unblock') {
        return { kind: action, command: { conversationId, note: null } };
    }
    if (action === 'retryNativeBlock') {
        return { kind: action, command: { conversationId } };
    }
    return { kind: 'state', command: { conversationId, state: action === 'close' ? 'CLOSED' : 'OPEN' } };
}

/** What a form says. @param view the one that the agent looked at */
export function taskOfForm(mode: BlockMode, view: ConversationView, { reason, note, until }: BlockDecision): Task {
    const command = { conversationId: view.id, reason, note, untilTime: until };
    return mode === 'change'
        ? { kind: mode, command: { ...command, blockId: view.block?.id ?? '' } }
        : { kind: mode, command };
}
