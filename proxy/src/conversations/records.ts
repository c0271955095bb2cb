import type { AgentName, ConversationState, OperationView } from '#contract';

/** A state that GoTallo confirmed to us, and when. */
export interface ConfirmedState {
    state: ConversationState;
    at: Date;
}

/** What an agent asked for, in the words of the journal. */
export interface Wish {
    kind: OperationView['kind'];
    state: ConversationState;
    /** Undefined: not spoken of, so what a block says already stays; null: taken away. */
    reason?: string | null | undefined;
    /** As `reason`. */
    note?: string | null | undefined;
}

/** One accepted operation: a committed row before anything is sent. */
export interface Operation {
    id: string;
    wish: Wish;
    by: AgentName;
    acceptedAt: Date;
    endedAt: Date | null;
    outcome: OperationView['outcome'];
    failure: string | null;
}

/** A change without a clear answer yet: what was known of the state up to then no longer counts. */
export interface Doubt {
    kind: Wish['kind'];
    at: Date;
}

/** How an operation ended. */
export interface Ending {
    /** `unknown`: GoTallo may or may not have applied it. */
    outcome: 'confirmed' | 'failed' | 'unknown';
    /** The problem code behind `failed` and `unknown`. */
    failure: string | null;
    /** The doubt that remains. */
    doubt: Doubt | null;
}

/** What follows at once from accepting a wish. */
export interface Acceptance {
    /** What is known shows that an open block no longer holds. */
    endsOpenBlock: boolean;
    /** The wish differs from what is known, so the state is in doubt until the answer is there and written down. */
    isDoubtful: boolean;
}

/** A block that nobody has ended. */
export interface OpenBlock {
    id: string;
    by: AgentName;
    reason: string | null;
    note: string | null;
    since: Date;
    /** Whether GoTallo ever confirmed it. */
    confirmed: boolean;
}

/** All that the store holds of one conversation now. */
export interface ConversationRecord {
    confirmedState: ConfirmedState | null;
    doubt: Doubt | null;
    openBlock: OpenBlock | null;
}

/** The journal of one tenant. */
export interface Journal {
    /** @throws Failure `store-unavailable` */
    read(conversationId: string): Promise<ConversationRecord>;

    /**
     * Commits the operation before anything is sent. A block also opens a block that is not confirmed yet, unless one
     * is open already.
     * @throws Failure `store-unavailable`; then nothing was accepted
     */
    accept(conversationId: string, wish: Wish, by: AgentName, acceptance: Acceptance): Promise<Operation>;

    /**
     * Writes down what became of an operation, and what follows for the state and the block.
     * @returns what is stored now
     * @throws Failure `result-not-stored`; then the doubt of the acceptance remains
     */
    settle(conversationId: string, operation: Operation, ending: Ending): Promise<ConversationRecord>;

    /**
     * Ends a block that was seen to have been ended elsewhere; does nothing when it is not open anymore.
     * @throws Failure `store-unavailable`
     */
    endBlock(conversationId: string, blockId: string): Promise<void>;

    /**
     * Every operation on the conversation, newest first.
     * @throws Failure `store-unavailable`
     */
    history(conversationId: string): Promise<Operation[]>;
}
