import type {
    AgentName,
    ConversationState,
    OperationView,
    PlatformBlockRequest,
    PlatformBlockView,
    StateSource
} from '#contract';
import type { PlatformReason } from './ports.ts';

/** A state that GoTallo confirmed to us, and when. */
export interface ConfirmedState {
    state: ConversationState;
    at: Date;
}

/** A state that was seen from outside: told by a webhook, or read from GoTallo. */
export interface SeenState extends ConfirmedState {
    source: Extract<StateSource, 'webhook' | 'gotallo'>;
}

/** What an agent asked for, in the words of the journal. */
export interface Wish {
    kind: 'block' | 'unblock' | 'state';
    state: ConversationState;
    /** Undefined: not spoken of, so what a block says already stays; null: taken away. */
    reason?: string | null | undefined;
    /** As `reason`. */
    note?: string | null | undefined;
    /** As `reason`: when the block ends by itself. */
    until?: Date | null | undefined;
    /** The operation that this one takes back. A block then opens the one again that the operation had ended. */
    undoes?: string | undefined;
}

/** What the store says of the channel's own block, once it was ever touched or seen. */
export type PlatformStatus = Exclude<PlatformBlockView['status'], 'not-supported'>;

export interface PlatformBlock {
    status: PlatformStatus;
    /** Why it is not what was wished for; null when there is nothing to say. */
    reason: PlatformReason | null;
    at: Date;
}

/**
 * An accepted operation in the hands of this process: a committed row, before anything is sent. It is the lock of its
 * conversation until it has ended or its lease has run out.
 */
export interface Operation {
    id: string;
    conversationId: string;
    wish: Wish;
    /** Proves that the operation is still ours: whoever takes it over after the lease gives it another one. */
    lease: string;
    acceptedAt: Date;
    /** How often it was taken up again after its first try. */
    tries: number;
    /** `under-way` also when the process that held it died; `unknown` and `confirmed` when it is taken up again. */
    outcome: Exclude<OperationView['outcome'], 'failed'>;
    /** `begun`: Block User may have been sent, and is never sent again in this operation. */
    platformStep: 'none' | 'begun' | 'ended';
    /** For how many milliseconds more an earlier wish may still be carried out by GoTallo; 0 when none may. */
    lateMs: number;
}

/** One line of the history. */
export interface HistoryEntry {
    id: string;
    kind: OperationView['kind'];
    wish: ConversationState | PlatformBlockRequest['status'];
    by: AgentName | null;
    reason: string | null;
    note: string | null;
    acceptedAt: Date;
    endedAt: Date | null;
    outcome: OperationView['outcome'];
    failure: string | null;
    platform: PlatformStatus | null;
    origin: OperationView['origin'];
    until: Date | null;
    undoes: string | null;
}

/** A change without a clear answer yet: what was known of the state up to then no longer counts. */
export interface Doubt {
    kind: Wish['kind'];
    at: Date;
}

/** A block that nobody has ended. */
export interface OpenBlock {
    id: string;
    by: AgentName;
    reason: string | null;
    note: string | null;
    since: Date;
    /** When it ends by itself; null: when somebody unblocks. */
    until: Date | null;
    /** Whether GoTallo ever confirmed it. */
    confirmed: boolean;
}

/** What a block or unblock changed, kept so that it can be taken back. */
export interface Undoable {
    operationId: string;
    /** 18-character Salesforce user id: only they can take it back. */
    agentId: string;
    kind: 'block' | 'unblock';
    /** The state that was there before. */
    state: ConversationState;
    /** The block that an unblock ended; null after a block. */
    blockId: string | null;
    /** When it was confirmed. */
    at: Date;
}

/** What webhooks told of the conversation. */
export interface Contact {
    /** Upper-case platform name. */
    channel: string | null;
    customerName: string | null;
    lastInboundAt: Date | null;
}

/** The operation of a conversation that has not reached its end; there is one at most. */
export interface Unfinished {
    id: string;
    wish: Wish;
    outcome: Operation['outcome'];
    /** A process is carrying it out now. False: it waits to be tried again, or its process died. */
    isHeld: boolean;
}

/** All that the store holds of one conversation now. */
export interface ConversationRecord {
    confirmedState: ConfirmedState | null;
    seenState: SeenState | null;
    doubt: Doubt | null;
    openBlock: OpenBlock | null;
    /** Null: never touched, and nothing was ever seen that makes it doubtful. */
    platform: PlatformBlock | null;
    contact: Contact;
    unfinished: Unfinished | null;
    /** The last operation, where it can be taken back; null once anything else was accepted. */
    undoable: Undoable | null;
    /** The operation that the last one took back. */
    undone: string | null;
}

export const NOTHING_STORED: ConversationRecord = {
    confirmedState: null,
    seenState: null,
    doubt: null,
    openBlock: null,
    platform: null,
    contact: { channel: null, customerName: null, lastInboundAt: null },
    unfinished: null,
    undoable: null,
    undone: null
};
