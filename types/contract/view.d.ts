/** What is answered of one conversation. */

/** The five states of a GoTallo conversation, by the names GoTallo uses when it reports one. */
export type ConversationState = 'OPEN' | 'EXPIRED' | 'AUTO_BOT' | 'CLOSED' | 'BLOCKED';

/** Where the shown state comes from; `none` when nothing is known of the conversation. */
export type StateSource = 'proxy' | 'webhook' | 'gotallo' | 'heroku-message' | 'none';

/** What this agent may do to this conversation now. The card draws these and decides nothing itself. */
export type ConversationAction =
    'block' | 'unblock' | 'takeOver' | 'close' | 'reopen' | 'resolveNativeBlock' | 'retryNativeBlock';

/** A Salesforce user as shown to colleagues. */
export interface AgentName {
    /** 18-character Salesforce user id. */
    id: string;
    name: string;
}

/** The messaging channel of a conversation. `name` and `label` are null when it is not known. */
export interface ChannelView {
    /** Upper-case platform name as in GoTallo's webhooks, such as `WHATSAPP`. */
    name: string | null;
    /** The name people know, such as `WhatsApp`. */
    label: string | null;
    /** Whether this installation uses the native block. */
    native: boolean;
    /** Whether the native block can work right now. */
    nativePossible: 'yes' | 'no' | 'unknown';
    /** ISO 8601; when the channel stops accepting a block, or stopped; null when it never does or it is not known. */
    windowClosesAt: string | null;
}

/** Our own block. */
export interface BlockView {
    id: string;
    /** ISO 8601 */
    since: string;
    /** ISO 8601; null: until somebody unblocks. */
    until: string | null;
    by: AgentName;
    /** Who last changed reason, note or end, and when (ISO 8601); null while it says what it said first. */
    changed: { by: AgentName; at: string } | null;
    reason: string | null;
    /** Null also when the caller may not read it. */
    note: string | null;
    /** `pending`: asked for, and not confirmed by GoTallo. */
    state: 'confirmed' | 'pending';
}

/** Why the native block is not what was asked for. */
export type NativeBlockReason =
    /** They did not write in the last 24 hours, so the channel refuses. */
    | 'window-closed'
    /** The channel's list of blocked people is full. */
    | 'list-full'
    /** It is a number of our own. */
    | 'own-number'
    /** The channel was asked too often. */
    | 'too-many'
    /** The channel had trouble of its own. */
    | 'channel-trouble'
    /** The channel says that it was not done, and not why. */
    | 'not-done'
    /** Refused for a reason that is not known here. */
    | 'not-accepted'
    /** The call itself was not taken: token, method or path. */
    | 'set-up'
    /** It was not sent. */
    | 'not-reached'
    /** Sent, and no answer came in time, so it may still be carried out. */
    | 'no-answer'
    /** Sent, and the connection broke or the answer was not clear. */
    | 'not-clear'
    /** The state BLOCKED was set, or the block was ended, by somebody elsewhere. */
    | 'changed-elsewhere'
    /** They wrote though the channel had confirmed the block. */
    | 'wrote-since';

/** What is known of the native block. */
export interface NativeBlockView {
    status: 'blocked' | 'not-blocked' | 'refused' | 'unconfirmed' | 'not-supported';
    /** Why; null when there is nothing to say. */
    reason: NativeBlockReason | null;
    /**
     * Send it back with `PUT …/native-block`, so that what a person saw on the channel counts only if nothing was written
     * since. Null while it cannot be said: a change is under way, or Block User may still take effect; and where the native
     * block is not used.
     */
    version: string | null;
}

/** A block or unblock of this agent that can still be taken back. */
export interface UndoView {
    /** The operation to take back. */
    operationId: string;
    kind: 'block' | 'unblock';
    /** The state that was there before, and will be again. */
    state: ConversationState;
    /** ISO 8601; from then on it is refused. */
    expiresAt: string;
}

/** A block of this conversation that GoTallo had confirmed and that is over. */
export interface EarlierBlockView {
    /** ISO 8601 */
    since: string;
    /** ISO 8601 */
    endedAt: string;
    /** `timer`: by itself, at its end; `elsewhere`: not through the proxy. */
    ended: 'agent' | 'timer' | 'elsewhere';
    /** Who had blocked. */
    by: AgentName;
    reason: string | null;
}

/** The blocks that this conversation had before; what Undo took back is none, and a change of one is no other one. */
export interface EarlierBlocksView {
    count: number;
    /** The one that ended last. */
    last: EarlierBlockView;
}

/** One conversation as one agent may see it now. */
export interface ConversationView {
    /** Dashed, lower-case UUID. */
    id: string;
    /** Null when nothing is known (`stateSource` is then `none`). */
    state: ConversationState | null;
    stateSource: StateSource;
    /** ISO 8601; the time at which the state was known to hold. Null when nothing is known. */
    asOf: string | null;
    channel: ChannelView;
    customer: { name: string | null };
    block: BlockView | null;
    nativeBlock: NativeBlockView;
    /** Whether the state BLOCKED keeps messages out of this Salesforce org, as its configuration says. */
    blockedStateExcluded: boolean;
    actions: ConversationAction[];
    /** What this agent can take back now; null when there is nothing. */
    undo: UndoView | null;
    /** Null when there were none, and when the caller may not know. */
    earlierBlocks: EarlierBlocksView | null;
}
