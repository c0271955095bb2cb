import type { ConversationView, NativeBlockRequest } from '#contract';
import blockConversation from '@salesforce/apex/GoTalloConversationController.blockConversation';
import changeState from '@salesforce/apex/GoTalloConversationController.changeState';
import getConversation from '@salesforce/apex/GoTalloConversationController.getConversation';
import resolveNativeBlock from '@salesforce/apex/GoTalloConversationController.resolveNativeBlock';
import retryNativeBlock from '@salesforce/apex/GoTalloConversationController.retryNativeBlock';
import unblockConversation from '@salesforce/apex/GoTalloConversationController.unblockConversation';
import undo from '@salesforce/apex/GoTalloConversationController.undo';
import updateBlock from '@salesforce/apex/GoTalloConversationController.updateBlock';
import { afterTrying, readView, reduceErrors } from 'c/conversationErrors';
import type { ConversationError } from 'c/conversationErrors';

/** Which conversation the card is about; the org resolves it anew on every call. */
export interface Subject {
    recordId: string;
    /** Null when the admin named no field. */
    conversationIdField: string | null;
}

/** `conversationId` is the one the agent looked at. */
interface Command {
    conversationId: string;
}

interface BlockCommand extends Command {
    reason: string | null;
    note: string | null;
    untilTime: string | null;
}

/** `blockId` is that of the block that the agent looked at. */
interface ChangeCommand extends BlockCommand {
    blockId: string;
}

/** What the card can ask for, by kind of task: what the controller wants to know beside the record. */
interface Commands {
    load: object;
    block: BlockCommand;
    change: ChangeCommand;
    /** `note` is a word to the colleague whose block it is. */
    unblock: Command & { note: string | null };
    retryNativeBlock: Command;
    state: Command & { state: 'OPEN' | 'CLOSED' };
    undo: Command & { operationId: string };
    /** What a supervisor saw on the channel itself, and the version with which they were asked to look. */
    resolve: Command & Required<NativeBlockRequest>;
}

export type TaskKind = keyof Commands;

/** Something to ask of the org. A task is a value, so Retry repeats exactly what failed. */
export type Task<K extends TaskKind = TaskKind> = { [P in K]: { kind: P; command: Commands[P] } }[K];

export const LOAD: Task<'load'> = { kind: 'load', command: {} };

/** Exactly one of both is there. */
export type Outcome = { view: ConversationView; error: null } | { view: null; error: ConversationError };

const CALLS: { [K in TaskKind]: (parameters: Subject & Commands[K]) => Promise<ConversationView> } = {
    load: getConversation,
    block: blockConversation,
    change: updateBlock,
    unblock: unblockConversation,
    retryNativeBlock,
    state: changeState,
    undo,
    resolve: resolveNativeBlock
};

/** Makes the one controller call of a task. Never rejects: an answer that is no view is an error too. */
export async function perform<K extends TaskKind>({ kind, command }: Task<K>, subject: Subject): Promise<Outcome> {
    let thrown: unknown;
    try {
        const view = readView(await CALLS[kind]({ ...subject, ...command }));
        if (view) {
            return { view, error: null };
        }
    } catch (error) {
        thrown = error;
    }
    const { note } = command as Partial<BlockCommand>;
    return { view: null, error: afterTrying(reduceErrors(thrown), kind, note) };
}
