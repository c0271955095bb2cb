import type { ConversationView, OperationView, ProblemCode } from '#contract';

/** The contract's words for the native block, in one place. */
export type NativeStatus = ConversationView['nativeBlock']['status'];

/** Where a supervisor says what the channel shows, below the conversation. */
export const RESOLVE_PATH = '/native-block';

export const RESOLVE_ACTION: ConversationView['actions'][number] = 'resolveNativeBlock';

/** Where the channel is asked once more to block. */
export const RETRY_PATH = `${RESOLVE_PATH}/retry`;

/** Problems that say that GoTallo was asked, so the command was written down before. */
export const ACCEPTED: ReadonlySet<ProblemCode> = new Set(['gotallo-failed', 'gotallo-timeout']);

/** What a view says of the native block. */
export function nativeOf({ nativeBlock }: ConversationView): NativeStatus {
    return nativeBlock.status;
}

/** Which native block a view speaks of; null while nobody may say what the channel shows. */
export function versionOf({ nativeBlock }: ConversationView): string | null {
    return nativeBlock.version;
}

/** Whether the body of an answer is a view. */
export function isView(body: unknown): body is ConversationView {
    return typeof body === 'object' && body !== null && 'nativeBlock' in body;
}

/** What became of the native block in an operation; null when it was not touched. */
export function nativeIn({ nativeBlock }: OperationView): NativeStatus | null {
    return nativeBlock;
}

/** The state that an operation is to lead to; of a resolution, what the channel was said to show. */
export function targetOf({ target }: OperationView): OperationView['target'] {
    return target;
}

/** Whether a line of the history says what the channel shows, and asks for nothing. */
export function isResolution({ kind }: OperationView): boolean {
    return kind === 'native-block';
}

export function isUnfinished({ endedAt, outcome }: OperationView): boolean {
    return endedAt === null || outcome === 'pending';
}
