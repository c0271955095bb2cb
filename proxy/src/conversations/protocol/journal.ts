import type { AgentName, ConversationState, ProblemCode } from '#contract';
import type { Ending } from './ending.ts';
import type {
    ConfirmedState,
    Contact,
    ConversationRecord,
    HistoryEntry,
    Operation,
    NativeBlock,
    ObservedState,
    Undoable,
    Unfinished,
    Command
} from '../knowledge/records.ts';

/** What follows at once, in the same commit, from accepting a command. */
export interface Acceptance {
    command: Command;
    /** What is known shows that an open block no longer holds. */
    endsOpenBlock: boolean;
    /** The state is in doubt until the answer is there and written down, and nothing in flight can undo it. */
    isDoubtful: boolean;
    /** Another state is in flight, so that the command is sent once more when that cannot take effect anymore. */
    mayBeUndone: boolean;
    /** What is to be stored of the native block from now on; null leaves it as it is. */
    nativeBlock: NativeBlock | null;
    /** What taking it back would lead to, once it is confirmed; null when it cannot be taken back. */
    before: Before | null;
}

/** What was there before a block or an unblock: its state, and the block that an unblock ends. */
export type Before = Pick<Undoable, 'kind' | 'state' | 'blockId'>;

/** Nothing is written down: either what is stored forbids the command, or it holds already. */
export interface Decline {
    decline: ProblemCode | 'nothing-to-do';
}

/** An operation that somebody asked for here. */
export type AcceptedOperation = Operation & { id: string };

/** What became of asking the journal to accept a command; `record` is what was stored before. */
export type AcceptResult =
    | { kind: 'accepted'; operation: AcceptedOperation; record: ConversationRecord }
    | { kind: 'declined'; because: Decline['decline']; record: ConversationRecord }
    /** Another operation of this conversation is being carried out, here or by another process. */
    | { kind: 'busy'; unfinished: Unfinished; record: ConversationRecord };

/** A block whose time is over, in the hands of this process for a while. */
export interface DueEnd {
    conversationId: string;
    blockId: string;
    /** When it was found to be over, by the clock of the database. */
    at: Date;
}

/** What was found out about a conversation outside of any operation; null and absent leave things as they are. */
export interface Findings {
    observedState?: ObservedState | null;
    /** What others did while something of ours may still undo it: that is what the conversation is brought to. */
    target?: ConversationState | null;
    /** Null members leave what is stored as it is. */
    contact?: Contact | null;
    nativeBlock?: NativeBlock | null;
    /** The open block was seen to have been ended elsewhere, by this state: it ends, and the history says so. */
    blockEndedBy?: ConfirmedState | null;
    /** Puts the finding on the native block into the history; `by` null: read from GoTallo. */
    resolvedBy?: { by: AgentName | null; status: 'blocked' | 'not-blocked' } | null;
}

/** A message as a webhook names it; the same one is taken once. */
export interface MessageKey {
    id: string;
    modifiedAt: Date;
}

/** How many lines of a history are told at once, at most. */
export const HISTORY_LIMIT = 200;

/** Which part of a history is read; without anything said, its newest lines. */
export interface HistoryPage {
    /** Only what was accepted before the entry of this number. */
    before?: string | null;
    /** How many at most. */
    limit?: number;
}

/** How one try of an operation of another caller or process went. */
export type Progress = Pick<HistoryEntry, 'outcome' | 'failure'> & { isLeased: boolean };

/**
 * The journal of one tenant. It is also the lock: whoever brings a conversation to a state holds it for the length of a
 * lease, across processes, by the clock of the database; and one operation of it is unfinished at most. No transaction
 * outlives a call.
 */
export interface Journal {
    /** @throws Failure `store-unavailable` */
    read(conversationId: string): Promise<ConversationRecord>;

    /**
     * Commits the operation before anything is sent. `judge` decides on what is stored at that moment, which nobody
     * changes until the commit. The command is the target from now on, and an unfinished operation that nobody holds ends as
     * it stands, or as `unknown`, `interrupted` when it never got an answer. A block also opens a block that is not confirmed yet,
     * unless one is open already; one that takes an unblock back opens the block again which that had ended.
     * @param by null: the end of a timed block
     * @throws Failure `store-unavailable`; then nothing was accepted. `result-not-stored`: the commit got no answer, so it
     *   may have been accepted and be carried out by whoever takes it up
     */
    accept(
        conversationId: string,
        by: AgentName | null,
        judge: (record: ConversationRecord) => Acceptance | Decline
    ): Promise<AcceptResult>;

    /**
     * Commits that Block User is about to be sent: the native block is `unconfirmed` from now on, and in flight
     * until the lease runs out.
     * @returns false when the conversation is not ours anymore, so nothing may be sent
     * @throws Failure `store-unavailable`; then nothing may be sent
     */
    startNativeCall(operation: Operation): Promise<boolean>;

    /**
     * Writes down what became of Block User.
     * @param inFlightMs for how many milliseconds from now it may still take effect; 0: it cannot
     * @throws Failure `result-not-stored`, also when the conversation is not ours anymore; then the native block
     *   stays as it is stored, and nothing more may be sent
     */
    endNativeCall(operation: Operation, nativeBlock: NativeBlock, inFlightMs: number): Promise<void>;

    /**
     * Writes down how a try ended, what follows for the state and the block, and gives the lease back.
     * @returns what is stored now
     * @throws Failure `result-not-stored`, also when the conversation is not ours anymore; then the doubt remains
     */
    complete(operation: Operation, ending: Ending): Promise<ConversationRecord>;

    /**
     * How an operation stands, for those who wait for it; null when there is none of that id.
     * @param operationId as `Unfinished.id`
     * @throws Failure `store-unavailable`
     */
    progress(conversationId: string, operationId: string | null): Promise<Progress | null>;

    /**
     * Takes over conversations that nobody holds and whose target is to be sent again. Not a block whose time is over: it
     * is its end that is due.
     * @param limit how many at most
     * @throws Failure `store-unavailable`
     */
    claimDue(limit: number): Promise<Operation[]>;

    /**
     * Takes blocks into our hands whose time is over. One that is not ended by us comes again, after pauses that grow.
     * @param limit how many at most
     * @throws Failure `store-unavailable`
     */
    claimDueEnds(limit: number): Promise<DueEnd[]>;

    /**
     * Writes down what `find` makes of what is stored at that moment, which nobody changes until the commit.
     * @param once the message that told; when it was taken before, nothing happens
     * @returns what is stored now
     * @throws Failure `store-unavailable`
     */
    recordFindings(
        conversationId: string,
        find: (record: ConversationRecord) => Findings | null,
        once?: MessageKey
    ): Promise<ConversationRecord>;

    /**
     * Forgets conversations that only webhooks named, and not for so many days.
     * @returns those of which less is stored now
     * @throws Failure `store-unavailable`
     */
    forget(days: number): Promise<string[]>;

    /**
     * Operations on the conversation, newest first.
     * @throws Failure `store-unavailable`
     */
    history(conversationId: string, page?: HistoryPage): Promise<HistoryEntry[]>;
}
