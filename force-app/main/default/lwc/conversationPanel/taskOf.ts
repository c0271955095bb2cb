import type { ConversationView } from '#contract';
import type { CardAction } from 'c/conversationActions';
import { needsConfirmation } from 'c/conversationLabels';
import userId from '@salesforce/user/Id';
import type { Task } from './tasks';

/** What a button does. @returns null when there is something to ask first */
export function taskOf(action: CardAction, view: ConversationView): Task | null {
    const conversationId = view.id;
    switch (action) {
        case 'takeOver':
        case 'reopen':
            return { kind: 'state', conversationId, state: 'OPEN' };
        case 'close':
            return { kind: 'state', conversationId, state: 'CLOSED' };
        case 'unblock':
            return needsConfirmation(view, userId) ? null : { kind: 'unblock', conversationId };
        case 'undo':
            return view.undo && { kind: 'undo', conversationId, operationId: view.undo.operationId };
        default:
            return null;
    }
}
