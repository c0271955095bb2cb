import type { ConversationView, PlatformBlockRequest, UndoView } from '#contract';
import blockConversation from '@salesforce/apex/GoTalloConversationController.blockConversation';
import changeState from '@salesforce/apex/GoTalloConversationController.changeState';
import getConversation from '@salesforce/apex/GoTalloConversationController.getConversation';
import settlePlatformBlock from '@salesforce/apex/GoTalloConversationController.settlePlatformBlock';
import unblockConversation from '@salesforce/apex/GoTalloConversationController.unblockConversation';
import undo from '@salesforce/apex/GoTalloConversationController.undo';
import updateBlock from '@salesforce/apex/GoTalloConversationController.updateBlock';
import type { BlockDecision } from 'c/conversationBlockForm';
import { readView, reduceErrors } from 'c/conversationErrors';
import type { ConversationError } from 'c/conversationErrors';

/** Which conversation the card is about; the org resolves it anew on every call. */
export interface Subject {
    recordId: string;
    /** Null when the admin named no field. */
    conversationIdField: string | null;
}

/** A wish, complete enough to be repeated word by word. `conversationId` is the one the agent looked at. */
interface Wish {
    conversationId: string;
}

/** A wish to block, or to change the open block. */
export interface BlockTask extends Wish, BlockDecision {
    kind: 'block' | 'change';
}

interface StateTask extends Wish {
    kind: 'state';
    state: 'OPEN' | 'CLOSED';
}

interface UndoTask extends Wish {
    kind: 'undo';
    operationId: UndoView['operationId'];
}

/** What a supervisor saw on the channel itself. */
interface SettleTask extends Wish, PlatformBlockRequest {
    kind: 'settle';
}

/** What the card can ask for. A task is a value, so Retry repeats exactly what failed. */
export type Task = { kind: 'load' } | ({ kind: 'unblock' } & Wish) | BlockTask | StateTask | UndoTask | SettleTask;

export const LOAD: Task = { kind: 'load' };

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
    if (task.kind === 'load') {
        return getConversation({ ...subject });
    }
    const about = { ...subject, conversationId: task.conversationId };
    switch (task.kind) {
        case 'block':
            return blockConversation({ ...about, ...wordsOf(task) });
        case 'change':
            return updateBlock({ ...about, ...wordsOf(task) });
        case 'unblock':
            return unblockConversation(about);
        case 'state':
            return changeState({ ...about, state: task.state });
        case 'undo':
            return undo({ ...about, operationId: task.operationId });
        case 'settle':
            return settlePlatformBlock({ ...about, status: task.status });
    }
}

function wordsOf({ reason, note, until }: BlockTask): {
    reason: string | null;
    note: string | null;
    untilTime: string | null;
} {
    return { reason, note, untilTime: until };
}
