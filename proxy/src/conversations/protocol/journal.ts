import type { AgentName } from '#contract';
import type { RecordStore } from '../knowledge/record-store.ts';
import type { ConversationRecord, HistoryEntry, Operation, Unfinished } from '../knowledge/records.ts';
import type { Decision, Decline } from '../rules/decision.ts';
import type { DueEnd } from '../rules/judge-end.ts';
import type { Ending, NativeCallEnd } from './ending.ts';

/** An operation that somebody asked for here. */
export type AcceptedOperation = Operation & { id: string };

/** What became of asking the journal to accept a command; `record` is what was stored before. */
export type AcceptResult =
    | { kind: 'accepted'; operation: AcceptedOperation; record: ConversationRecord }
    | { kind: 'declined'; because: Decline['decline']; record: ConversationRecord }
    /** Another operation of this conversation is being carried out, here or by another process. */
    | { kind: 'busy'; unfinished: Unfinished; record: ConversationRecord };

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
export interface Journal extends RecordStore {
    /**
     * Commits the operation before anything is sent. `judge` decides on what is stored at that moment, which nobody
     * changes until the commit. The command is the target from now on, and an unfinished operation that nobody holds ends as
     * it stands, or as `unknown`, `interrupted` when it never got an answer. A block also opens a block that is not confirmed yet,
     * unless one is open already; one that takes an unblock back opens the block again which that had ended.
     * @param by null: the end of a timed block
     * @param known what was read a moment ago: where that is still what is stored, accepting is quicker
     * @throws Failure `store-unavailable`; then nothing was accepted. `result-not-stored`: the commit got no answer, so it
     *   may have been accepted and be carried out by whoever takes it up
     */
    accept(
        conversationId: string,
        by: AgentName | null,
        judge: (record: ConversationRecord) => Decision,
        known?: ConversationRecord
    ): Promise<AcceptResult>;

    /**
     * Commits that Block User is about to be sent: the native block is `unconfirmed` from now on, and in flight
     * until the lease runs out.
     * @returns false when the conversation is not ours anymore, so nothing may be sent
     * @throws Failure `store-unavailable`; then nothing may be sent
     */
    startNativeCall(operation: Operation): Promise<boolean>;

    /**
     * Writes down what became of Block User, where more is to be sent after it.
     * @throws Failure `result-not-stored`, also when the conversation is not ours anymore; then the native block
     *   stays as it is stored, and nothing more may be sent
     */
    endNativeCall(operation: Operation, end: NativeCallEnd): Promise<void>;

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
