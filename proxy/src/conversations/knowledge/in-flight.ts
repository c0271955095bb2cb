import type { ConversationState } from '#contract';
import type { InFlight } from './records.ts';

/** Whether what is in flight may put the conversation into another state than this one. */
export function mayUndo(inFlight: InFlight | null, state: ConversationState): boolean {
    return inFlight !== null && !inFlight.isOver && inFlight.state !== state;
}
