import type {
    AgentName,
    ConversationState,
    NativeBlockReason,
    NativeBlockRequest,
    NativeBlockView,
    OperationView,
    StateSource
} from '#contract';
import type { BlockTerms, SaidTerms } from './block-terms.ts';
import type { EarlierBlocks } from './earlier-blocks.ts';

/** A state that GoTallo confirmed to us, and when. */
export interface ConfirmedState {
    state: ConversationState;
    at: Date;
}

/** A state that was seen from outside: told by a webhook, or read from GoTallo. */
export interface ObservedState extends ConfirmedState {
    source: Extract<StateSource, 'webhook' | 'gotallo'>;
}

/** What an agent asked for, in the words of the journal. */
export interface Command {
    kind: 'block' | 'unblock' | 'state';
    state: ConversationState;
    /** What a block is to say, and the note of an unblock; left out with everything else. */
    terms?: SaidTerms;
    /** The operation that this one takes back. A block then opens the one again that the operation had ended. */
    undoes?: string;
    /** A block that asks the channel once more, for the block that is open, and says nothing of it. */
    retriesNativeBlock?: true;
}

/** What the store says of the native block, once it was ever touched or seen. */
export type NativeBlockStatus = Exclude<NativeBlockView['status'], 'not-supported'>;

export interface NativeBlock {
    status: NativeBlockStatus;
    /** Why it is not what was asked for; null when there is nothing to say. */
    reason: NativeBlockReason | null;
    /**
     * When it was known. Of a call without a clear answer: when it can take effect no more, so that only what is seen
     * later says anything of it.
     */
    at: Date;
}

/**
 * A conversation in the hands of this process, to be brought to the state of a command. It was committed before anything
 * is sent, and nobody else works on the conversation until it has ended or the lease has run out.
 */
export interface Operation {
    /** Null: nobody asked for it here; it is what was seen of others, which something of ours might undo. */
    id: string | null;
    conversationId: string;
    command: Command;
    /** Proves that the conversation is still ours: whoever takes it over after the lease gives it another one. */
    lease: string;
    /** When the lease began at the latest, by `performance.now()`. */
    readonly leasedAt: number;
    acceptedAt: Date;
    /** How often it was taken up again after its first try. */
    tries: number;
    /** `pending` also when the process that held it died; `unknown` and `confirmed` when it is taken up again. */
    outcome: Exclude<OperationView['outcome'], 'failed'>;
    /** `native-call-started`: Block User may have been sent, and is never sent again in this operation. */
    recoveryPoint: 'accepted' | 'native-call-started' | 'native-call-ended';
    /** Another state was in flight when this began, so that GoTallo's yes may be undone and is asked for once more. */
    mayBeUndone: boolean;
    /** What the confirmed block said that it was accepted upon; null: there was none. */
    blockBefore: BlockTerms | null;
}

/** One line of the history. */
export interface HistoryEntry {
    id: string;
    /** Its place in the order in which operations were accepted. */
    number: string;
    kind: OperationView['kind'];
    target: ConversationState | NativeBlockRequest['status'];
    by: AgentName | null;
    /** What was asked for of the block, and the note of an unblock; else nothing. */
    terms: BlockTerms;
    acceptedAt: Date;
    endedAt: Date | null;
    outcome: OperationView['outcome'];
    failure: string | null;
    nativeBlock: NativeBlockStatus | null;
    origin: OperationView['origin'];
    /** What the block said before and after, when one that held was changed. */
    changed: { before: BlockTerms; after: BlockTerms } | null;
    undoes: string | null;
    /** The channel was asked once more to block, and nothing else. */
    retriesNativeBlock: boolean;
}

/** A block that nobody has ended. */
export interface OpenBlock {
    id: string;
    terms: BlockTerms;
    by: AgentName;
    /** Who last changed what it says; null: it says what it said first. */
    changed: { by: AgentName; at: Date } | null;
    since: Date;
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
    /** Upper-case channel name. */
    channel: string | null;
    customerName: string | null;
    lastInboundAt: Date | null;
}

/**
 * What a conversation is being brought to: until GoTallo has confirmed it, and nothing is in flight that could undo it.
 */
export interface Unfinished {
    /** The operation that asked for it; null: it is what was seen of others. */
    id: string | null;
    command: Command;
    /** `confirmed`: it waits to be sent once more, because something in flight may undo it. */
    outcome: Operation['outcome'];
    /** A process is at it now. False: it waits to be sent again, or its process died. */
    isLeased: boolean;
    /** Nobody knows the state meanwhile. */
    isInDoubt: boolean;
}

/** Something was sent, got no answer, and may take effect for a while. */
export interface InFlight {
    /** The state that it sets; null: there are several. */
    state: ConversationState | null;
    /** It cannot take effect anymore, or never has. */
    isOver: boolean;
}

/** All that the store holds of one conversation now. */
export interface ConversationRecord {
    confirmedState: ConfirmedState | null;
    observedState: ObservedState | null;
    openBlock: OpenBlock | null;
    /** Null: never touched, and nothing was ever seen that makes it doubtful. */
    nativeBlock: NativeBlock | null;
    /** For how many milliseconds more a Block User without a clear answer may take effect; 0 when none may. */
    nativeInFlightMs: number;
    /** How often the native block was written. */
    nativeVersion: number;
    contact: Contact;
    unfinished: Unfinished | null;
    inFlight: InFlight | null;
    /** The last operation, where it can be taken back; null once anything else was accepted. */
    undoable: Undoable | null;
    /** The operation that the last one took back. */
    undone: string | null;
    /** Null: there was none. */
    earlierBlocks: EarlierBlocks | null;
    /** The store's own name of what is stored: another one after every write. Null: nothing is. */
    version: string | null;
}

export const NOTHING_STORED: ConversationRecord = {
    confirmedState: null,
    observedState: null,
    openBlock: null,
    nativeBlock: null,
    nativeInFlightMs: 0,
    nativeVersion: 0,
    contact: { channel: null, customerName: null, lastInboundAt: null },
    unfinished: null,
    inFlight: null,
    undoable: null,
    undone: null,
    earlierBlocks: null,
    version: null
};
