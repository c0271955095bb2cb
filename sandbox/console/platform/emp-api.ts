import { sandboxApi } from './sandbox-api.ts';

/** As `lightning/empApi`, fed by the event bus of the local org instead of CometD. */

interface Subscription {
    id: string;
    channel: string;
    replayId: number;
}

type Message = { channel: string; data: { schema: string; payload: object; event: { replayId: number } } };
type OnMessage = (message: Message) => void;

const POLL_MILLISECONDS = 500;
const NEW_ONLY = -1;

const subscriptions = new Map<Subscription, OnMessage>();
const errorListeners = new Set<(error: object) => void>();
let count = 0;
let isDebugging = false;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Rejects, and tells the error listeners, where the user may not read the event or events are switched off. */
export async function subscribe(channel: string, replayId: number, onMessage: OnMessage): Promise<Subscription> {
    try {
        const { last } = await sandboxApi.events(channel, null);
        count += 1;
        const subscription = { id: String(count), channel, replayId: replayId === NEW_ONLY ? last : replayId };
        subscriptions.set(subscription, onMessage);
        timer ??= setTimeout(() => void poll(), POLL_MILLISECONDS);
        debug('subscribed', subscription);
        return subscription;
    } catch (error) {
        const refusal = refusalOf(channel, error);
        tellError(refusal);
        throw refusal;
    }
}

export function unsubscribe(subscription: Subscription, callback?: (response: object) => void): Promise<object> {
    const { id, channel } = subscription;
    for (const each of subscriptions.keys()) if (each.id === id) subscriptions.delete(each);
    const response = { id, channel: '/meta/unsubscribe', subscription: channel, successful: true };
    callback?.(response);
    return Promise.resolve(response);
}

export function onError(callback: (error: object) => void): void {
    errorListeners.add(callback);
}

export function setDebugFlag(flag: boolean): void {
    isDebugging = flag;
}

export function isEmpEnabled(): Promise<boolean> {
    return Promise.resolve(true);
}

async function poll(): Promise<void> {
    for (const [subscription, onMessage] of subscriptions) await fetchFor(subscription, onMessage);
    timer = subscriptions.size > 0 ? setTimeout(() => void poll(), POLL_MILLISECONDS) : undefined;
}

async function fetchFor(subscription: Subscription, onMessage: OnMessage): Promise<void> {
    const { channel, replayId } = subscription;
    try {
        const { events } = await sandboxApi.events(channel, replayId);
        for (const { payload, replayId: id } of events) {
            subscription.replayId = id;
            debug('received', payload);
            if (subscriptions.has(subscription)) {
                onMessage({ channel, data: { schema: 'sandbox', payload, event: { replayId: id } } });
            }
        }
    } catch (error) {
        // Lost: whoever wants more has to subscribe again.
        subscriptions.delete(subscription);
        tellError(refusalOf(channel, error));
    }
}

function refusalOf(subscription: string, error: unknown): object {
    const reason = error instanceof Error ? error.message : String(error);
    return { channel: '/meta/subscribe', subscription, error: reason, successful: false };
}

function tellError(error: object): void {
    debug('error', error);
    for (const listener of errorListeners) listener(error);
}

function debug(...words: unknown[]): void {
    if (isDebugging) console.debug('empApi', ...words);
}
