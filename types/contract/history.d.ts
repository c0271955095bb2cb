import type { NativeBlockRequest } from './requests.d.ts';
import type { AgentName, ConversationState, NativeBlockView } from './view.d.ts';

/** What a block says of itself. */
export interface BlockWords {
    reason: string | null;
    note: string | null;
    /** ISO 8601; null: until somebody unblocks. */
    until: string | null;
}

/** One operation, as the history lists it. */
export interface OperationView {
    id: string;
    /** `native-block`: what the native block shows was said by a person or read from GoTallo. */
    kind: 'block' | 'unblock' | 'state' | 'native-block';
    /** The state that was asked for; with `native-block`, what the channel shows. */
    target: ConversationState | NativeBlockRequest['status'];
    /** `timer`: the end of a timed block; `observation`: it happened elsewhere and was seen, or was read from GoTallo. */
    origin: 'agent' | 'timer' | 'observation';
    /** Null: no agent here. */
    by: AgentName | null;
    reason: string | null;
    /** Of a block, or a word to the colleague with an unblock. */
    note: string | null;
    /** ISO 8601; the end that was asked for. */
    until: string | null;
    /** What the block said before and after, when a block that held already was changed; else null. */
    changed: { before: BlockWords; after: BlockWords } | null;
    /** The operation that it took back. */
    undoes: string | null;
    /** The channel was asked once more to block; nothing else was asked for. */
    retriesNativeBlock: boolean;
    /** ISO 8601; committed before anything was sent. */
    acceptedAt: string;
    /** ISO 8601; null while it is under way, or waits to be tried again. */
    endedAt: string | null;
    /** `unknown`: sent, and no clear answer came; `failed`: GoTallo said no and nothing was changed. */
    outcome: 'pending' | 'confirmed' | 'failed' | 'unknown';
    /** The problem code behind `failed` or `unknown`. */
    failure: string | null;
    /** What became of the native block in this operation; null when it was not touched. */
    nativeBlock: NativeBlockView['status'] | null;
}

/** `GET /v1/conversations/{id}/history?cursor=&limit=`, a page of it. */
export interface HistoryView {
    conversationId: string;
    /** Newest first; 200 at most. */
    operations: OperationView[];
    /** For `cursor`, to get what is older; null when there is nothing older. */
    nextCursor: string | null;
}
