import type { ConversationView } from '#contract';
import type { CardAction } from 'c/conversationActions';
import { needsConfirmation } from 'c/conversationLabels';
import userId from '@salesforce/user/Id';
import type { Task } from './tasks';

/** What a button does. @returns null when there is something to ask first */
export function taskOf(action: CardAction, view: ConversationView): Task | null {
    const conversationId = view.id;
    if (action === 'undo') {
        return view.undo && { kind: action, wish: { conversationId, operationId: view.undo.operationId } };
    }
    if (action === 'unblock') {
        return needsConfirmation(view, userId) ? null : { kind: action, wish: { conversationId } };
    }
    if (action === 'block' || action === 'change') {
        return null;
    }
    return { kind: 'state', wish: { conversationId, state: action === 'close' ? 'CLOSED' : 'OPEN' } };
}
