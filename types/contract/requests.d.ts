/** What can be asked for. */
import type { ConversationState } from './view.d.ts';

/** Body of `PUT /v1/conversations/{id}/block`. In a repeat, what is left out stays and null takes it away. */
export interface BlockRequest {
    /** Up to 100 characters. */
    reason?: string | null;
    /** Up to 2,000 characters; colleagues with the permission can read it. */
    note?: string | null;
    /** ISO 8601 with offset, in the future, ten years at most: when the conversation is unblocked by itself. */
    until?: string | null;
    /**
     * From `BlockView`: change this block, and nothing else; refused with `block-changed` when it is over or another one
     * has taken its place. Left out or null: block, whatever holds.
     */
    blockId?: string | null;
}

/** Body of `DELETE /v1/conversations/{id}/block`, which may also have none. */
export interface UnblockRequest {
    /** Up to 2,000 characters: a word to the colleague whose block it is, in the history. */
    note?: string | null;
}

/** Body of `PUT /v1/conversations/{id}/state`. Blocking has its own call, and only GoTallo lets a conversation expire. */
export interface StateRequest {
    state: Exclude<ConversationState, 'EXPIRED' | 'BLOCKED'>;
}

/** Body of `POST /v1/conversations/{id}/undo`. Repeating it changes nothing. */
export interface UndoRequest {
    /** From `UndoView`. */
    operationId: string;
}

/** Body of `PUT /v1/conversations/{id}/native-block`: what a person saw on the channel itself. */
export interface NativeBlockRequest {
    status: 'blocked' | 'not-blocked';
    /**
     * From `NativeBlockView`, of the view that was shown before they looked at the channel: refused with
     * `native-block-changed` when the native block was written since. Said again, it changes nothing, whatever the version.
     * Left out or null: it counts whatever was written since, so only callers that know no version may leave it out.
     */
    version?: string | null;
}
