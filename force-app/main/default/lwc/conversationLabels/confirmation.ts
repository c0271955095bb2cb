import type { ConversationView } from '#contract';

/**
 * Whether to show a block before it is ended: somebody else's, or one with a note.
 * @param currentUserId of the agent, as `@salesforce/user/Id` gives it
 */
export function needsConfirmation({ block }: Pick<ConversationView, 'block'>, currentUserId: string): boolean {
    return block !== null && (block.by.id !== currentUserId || Boolean(block.note));
}
