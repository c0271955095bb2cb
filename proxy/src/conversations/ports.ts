import type { ConversationState, ConversationView, NativeBlockReason } from '#contract';
import { Failure, type FailureOptions } from '../lib/failure.ts';
import type { ConversationId } from './knowledge/conversation-id.ts';

/** The agent behind one request, as Salesforce vouches for them. */
export interface Agent {
    /** 18-character Salesforce user id. */
    id: string;
    name: string;
    permissions: { readonly block: boolean; readonly manage: boolean };
}

/** What the newest Heroku Messages of a conversation tell, read as the agent. */
export interface MessageObservation {
    /** The state when the message was synced; null when the record names none of the five. */
    state: ConversationState | null;
    /** The time of the newest message. */
    at: Date;
    /** As Salesforce spells it, such as `facebook`; null when empty. */
    medium: string | null;
    customerName: string | null;
    /** When the customer last wrote, among the newest messages; null when none of them is theirs. */
    lastInboundAt: Date | null;
}

/** Who is calling, and what can be asked in their name. */
export interface Caller {
    agent: Agent;
    /**
     * The newest Heroku Message of the conversation that this agent may see; null when they see none.
     * @throws Failure `salesforce-unavailable`, `invalid-token`
     */
    newestMessage(id: ConversationId): Promise<MessageObservation | null>;
    /** When they came, by `performance.now()`: a change is answered within a certain time from then. */
    readonly cameAt: number;
}

/** A message as GoTallo's webhook told it; its times are never later than its arrival. */
export interface WebhookObservation {
    /** The message's own id. */
    id: string;
    conversationId: ConversationId;
    /** When the customer or the agent wrote it. */
    writtenAt: Date;
    /** When GoTallo last changed it, which is when `state` held. */
    modifiedAt: Date;
    /** The same as GoTallo told it, however far ahead: with `id`, it names this version of the message. */
    toldModifiedAt: Date;
    isInbound: boolean;
    /** Null when the payload names none of the five. */
    state: ConversationState | null;
    /** Upper-case channel name; null when it is not told. */
    channel: string | null;
    customerName: string | null;
}

/** GoTallo confirmed a state. */
export interface Confirmation {
    /** By GoTallo's own clock where it names the time and ours is clearly ahead of it, else by ours. */
    at: Date;
    /** An earlier sending of the same target got no clear answer, so it may still be carried out some time later. */
    isInFlight: boolean;
}

/** What became of one Block User. It is a toggle, so it is sent once and never by itself again. */
export type BlockUserResult =
    | { outcome: 'confirmed' }
    /** A clear no: nothing was changed. */
    | { outcome: 'refused'; reason: NativeBlockReason }
    /** It never left. */
    | { outcome: 'not-sent' }
    | { outcome: 'unconfirmed'; reason: Extract<NativeBlockReason, 'no-answer' | 'not-clear'> };

/** What GoTallo answered to a read; null where it did not tell. */
export interface ReadObservation {
    state: ConversationState | null;
    isNativeBlocked: boolean | null;
    /** When it was asked, by our clock. */
    at: Date;
    /** The same by the clock that `Confirmation.at` goes by. */
    stateAt: Date;
}

/** The GoTallo API of one tenant. */
export interface GoTallo {
    /** Upper-case names of the channels whose native block is used; empty when Block User is not configured. */
    readonly nativeChannels: ReadonlySet<string>;
    /** What `read` can tell. */
    readonly reads: 'nothing' | 'state' | 'state-and-native-block';

    /**
     * Sets the absolute state of a conversation (`change_state`); resolves only when GoTallo confirmed it.
     * @param sendUntil by `performance.now()`; later, nothing is sent anymore
     * @throws GoTalloFailure
     */
    changeState(id: ConversationId, state: ConversationState, sendUntil: number): Promise<Confirmation>;

    /**
     * Calls Block User once. It is documented as a toggle, so the caller must know that it leads to the target.
     * Never throws.
     * @param sendUntil by `performance.now()`; later, it is not sent anymore
     */
    blockUser(id: ConversationId, target: 'blocked' | 'not-blocked', sendUntil: number): Promise<BlockUserResult>;

    /** What GoTallo says now; null when it cannot be read or is not configured. Never throws. */
    read(id: ConversationId): Promise<ReadObservation | null>;

    /**
     * Seconds until a call makes sense again, while GoTallo is given a rest; null when it may be called.
     */
    restsForSeconds(): number | null;
}

/** The codes of GoTallo's answers. All but `gotallo-failed` and `gotallo-timeout` say that nothing was changed. */
export type GoTalloCode =
    | 'gotallo-refused'
    | 'gotallo-unreachable'
    | 'gotallo-failed'
    | 'gotallo-timeout'
    | 'gotallo-unavailable'
    | 'too-many-requests'
    | 'unknown-conversation';

/** GoTallo did not confirm. `outcome` says whether the change can have happened all the same, maybe later. */
export class GoTalloFailure extends Failure {
    override readonly name = 'GoTalloFailure';
    readonly outcome: 'not-applied' | 'unknown';
    readonly #code: GoTalloCode;

    constructor(code: GoTalloCode, outcome: 'not-applied' | 'unknown', options: FailureOptions = {}) {
        super(code, options);
        this.outcome = outcome;
        this.#code = code;
    }

    override withView(view: ConversationView | undefined): GoTalloFailure {
        return new GoTalloFailure(this.#code, this.outcome, this.optionsWith(view));
    }
}

/** What others may need to hear of a conversation after it changed; never personal data. */
export interface ConversationChange {
    conversationId: string;
    /** As known without asking anybody; null when it is not known. */
    state: ConversationState | null;
    at: Date;
}

/** Tells whoever listens, such as open cards, that a conversation changed. A hint, never the truth itself. */
export interface ChangeListener {
    /** Takes no time and never throws; what cannot be told is logged where it fails. */
    conversationChanged(change: ConversationChange): void;
}
