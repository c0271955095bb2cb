import type { ConversationState } from '#contract';

/** One message as the chat window shows it. */
export interface ChatMessage {
    id: string;
    /** ISO 8601 */
    at: string;
    outbound: boolean;
    author: string;
    text: string;
    /** Whether it became a Heroku Message in Salesforce. */
    synced: boolean;
}

/** The person on the other side. */
export interface Customer {
    firstName: string;
    lastName: string;
    phone: string | null;
}

/** A conversation inside the local GoTallo. */
export interface Conversation {
    /** Dashed UUID. */
    id: string;
    /** As Heroku Messages spell it, such as `facebook`. */
    medium: string;
    customer: Customer;
    state: ConversationState;
    /** The truth on the channel itself, which nobody but the channel is sure to know. */
    isNativeBlocked: boolean;
    messages: ChatMessage[];
}

/** The person's whole name. */
export function nameOf({ firstName, lastName }: Customer): string {
    return `${firstName} ${lastName}`;
}
