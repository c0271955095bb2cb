import type { ConversationView, PlatformBlockRequest } from '#contract';
import blockConversation from '@salesforce/apex/GoTalloConversationController.blockConversation';
import getConversation from '@salesforce/apex/GoTalloConversationController.getConversation';
import settlePlatformBlock from '@salesforce/apex/GoTalloConversationController.settlePlatformBlock';
import unblockConversation from '@salesforce/apex/GoTalloConversationController.unblockConversation';
import { readView, reduceErrors } from 'c/conversationErrors';
import type { ConversationError } from 'c/conversationErrors';

/** Which conversation the card is about; the org resolves it anew on every call. */
export interface Subject {
    recordId: string;
    /** Null when the admin named no field. */
    conversationIdField: string | null;
}

/** A wish to block, complete enough to be repeated word by word. `conversationId` is the one the agent looked at. */
export interface BlockTask {
    kind: 'block';
    conversationId: string;
    reason: string;
    note: string | null;
}

/** What a supervisor saw on the channel itself. */
interface SettleTask extends PlatformBlockRequest {
    kind: 'settle';
    conversationId: string;
}

/** What the card can ask for. A task is a value, so Retry repeats exactly what failed. */
export type Task = { kind: 'load' } | { kind: 'unblock'; conversationId: string } | BlockTask | SettleTask;

/** Exactly one of both is there. */
export type Outcome = { view: ConversationView; error: null } | { view: null; error: ConversationError };

/** Makes the one controller call of a task. Never rejects: an answer that is no view is an error too. */
export async function perform(task: Task, subject: Subject): Promise<Outcome> {
    try {
        const view = readView(await call(task, subject));
        return view ? { view, error: null } : { view, error: reduceErrors(undefined) };
    } catch (thrown) {
        return { view: null, error: reduceErrors(thrown) };
    }
}

function call(task: Task, subject: Subject): Promise<ConversationView> {
    switch (task.kind) {
        case 'load':
            return getConversation({ ...subject });
        case 'block':
            return blockConversation({
                ...subject,
                conversationId: task.conversationId,
                reason: task.reason,
                note: task.note
            });
        case 'unblock':
            return unblockConversation({ ...subject, conversationId: task.conversationId });
        case 'settle':
            return settlePlatformBlock({ ...subject, conversationId: task.conversationId, status: task.status });
    }
}
