import { randomUUID } from 'node:crypto';
import type { ChatMessage } from './conversation.ts';

/** A new message, not synced yet. */
export function newMessage(author: string, text: string, outbound: boolean, at: Date): ChatMessage {
    return { id: randomUUID(), at: at.toISOString(), outbound, author, text, synced: false };
}
