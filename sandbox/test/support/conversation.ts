import type { Conversation } from '../../gotallo/conversation.ts';
import { newMessage } from '../../gotallo/new-message.ts';

/** The id of the conversation that tests speak of. */
export const CONVERSATION_ID = '6f9619ff-8b86-4d01-b42d-00cf4fc964ff';

/** An open WhatsApp conversation without messages, but for what is told otherwise. */
export function conversationWith(members: Partial<Conversation> = {}): Conversation {
    const customer = { firstName: 'Maria', lastName: 'Lopez', phone: '34600112233' };
    const platform = { medium: 'whatsapp', isNativeBlocked: false };
    return { id: CONVERSATION_ID, customer, state: 'OPEN', messages: [], ...platform, ...members };
}

/** What the customer wrote that many hours ago. */
export function writtenHoursAgo(hours: number) {
    return newMessage('Maria Lopez', 'hello', false, new Date(Date.now() - hours * 60 * 60 * 1000));
}
