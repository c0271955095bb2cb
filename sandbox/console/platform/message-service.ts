import { wireAdapter } from './wire-adapter.ts';

/** As `lightning/messageService`, within one page. */

type Listener = (message: object) => void;

interface Subscription {
    channel: string;
    listener: Listener;
}

/** Holds what a component subscribed to, so that it ends with the component. */
class Context {
    readonly subscriptions = new Set<Subscription>();
}

const contexts = new Set<Context>();

export const APPLICATION_SCOPE = Symbol('APPLICATION_SCOPE');

/** For `@wire`: a context that lives as long as the component. */
export const MessageContext = wireAdapter((onData) => {
    const context = createMessageContext();
    onData(context);
    return () => releaseMessageContext(context);
});

export function createMessageContext(): Context {
    const context = new Context();
    contexts.add(context);
    return context;
}

export function releaseMessageContext(context: Context): void {
    contexts.delete(context);
}

/** Reaches every subscriber of the channel, the publisher included; each gets a copy. */
export function publish(context: Context, channel: string, message: object): void {
    if (!contexts.has(context)) throw new Error('publish needs a message context.');
    const text = JSON.stringify(message);
    const hearers = [...contexts].flatMap(({ subscriptions }) => [...subscriptions]);
    for (const hearer of hearers) if (hearer.channel === channel) hearer.listener(JSON.parse(text) as object);
}

/** The sandbox has one active area, so a scope makes no difference. */
export function subscribe(context: Context, channel: string, listener: Listener): Subscription {
    if (!contexts.has(context)) throw new Error('subscribe needs a message context.');
    const subscription = { channel, listener };
    context.subscriptions.add(subscription);
    return subscription;
}

export function unsubscribe(subscription: Subscription): void {
    for (const { subscriptions } of contexts) subscriptions.delete(subscription);
}
