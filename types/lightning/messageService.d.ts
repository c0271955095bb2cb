/** Lightning message service; no package declares these modules. */
declare module 'lightning/messageService' {
    /** Opaque. Made by `createMessageContext` in modules that are no components. */
    export interface MessageContext {
        readonly __messageContext: never;
    }
    /** Opaque. */
    export interface MessageSubscription {
        readonly __messageSubscription: never;
    }

    export const APPLICATION_SCOPE: symbol;
    /** Not released by itself. */
    export function createMessageContext(): MessageContext;
    /** Ends every subscription of the context. */
    export function releaseMessageContext(context: MessageContext): void;
    export function publish(context: MessageContext, channel: string, message: object): void;
    /** @param options without a scope, only messages of the active area are heard */
    export function subscribe(
        context: MessageContext,
        channel: string,
        listener: (message: object) => void,
        options?: { scope: symbol }
    ): MessageSubscription;
    export function unsubscribe(subscription: MessageSubscription): void;
}

declare module '@salesforce/messageChannel/GoTallo_Conversation__c' {
    const channel: string;
    export default channel;
}
