/** How a card hears of what happens elsewhere, and tells others what happened in it. Nothing here ever polls. */
export { onMessage, publishState } from './messages';
export type { ConversationMessage } from './messages';
export { watchConversation } from './watch';
export { normalizeId } from './watcher';
