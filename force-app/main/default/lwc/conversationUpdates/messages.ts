import CHANNEL from '@salesforce/messageChannel/GoTallo_Conversation__c';
import { quietly } from 'c/conversationLabels';
import { APPLICATION_SCOPE, createMessageContext, publish, subscribe, unsubscribe } from 'lightning/messageService';

/** What cards and other components of the org tell each other. */
export interface ConversationMessage {
    recordId?: string | null;
    /** Null: of whichever conversation the record has. */
    conversationId: string | null;
    /** The state it is in now; null when that is not known. */
    state: string | null;
    /** Who says so; a card hears its own messages, too, and knows them by this. */
    source: string;
}

/** One for all that is said and heard, as long as the page lives. */
let context: ReturnType<typeof createMessageContext> | undefined;

/**
 * Tells every component of the org's page what the state is now. A card works without its neighbors: a message service that
 * is not there, or fails, must not make a change that was made look failed.
 */
export function publishState(message: ConversationMessage): void {
    quietly(() => publish((context ??= createMessageContext()), CHANNEL, message));
}

/** Hears of messages anywhere in the app, in hidden tabs and the utility bar, too. */
export function onMessage(listener: (message: ConversationMessage) => void): { stop(): void } {
    // Whatever an admin's own component sends: it may be nothing at all.
    const hear = (message: object): void => listener({ ...(message as ConversationMessage) });
    const subscription = quietly(() =>
        subscribe((context ??= createMessageContext()), CHANNEL, hear, { scope: APPLICATION_SCOPE })
    );
    return { stop: () => quietly(() => subscription && unsubscribe(subscription)) };
}
