import type { ConversationView } from '#contract';

/** Whether this user may look at the conversation, and do nothing: agents can do something until it has expired. */
export function mayOnlyLook({ actions, state }: ConversationView): boolean {
    return actions.length === 0 && state !== 'EXPIRED';
}
