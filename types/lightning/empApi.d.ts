/** Platform events in the browser; no package declares this module. */
declare module 'lightning/empApi' {
    /** What `unsubscribe` wants back. */
    export interface Subscription {
        id: string;
        channel: string;
        replayId: number;
    }

    /** A platform event as it arrives. `payload` holds the fields of the event, as far as the reader may see them. */
    export interface EmpMessage<T = Record<string, unknown>> {
        channel: string;
        data: { payload: T; event: { replayId: number } };
    }

    /** What the server complains about. All subscriptions of the page share one connection, and hear of all its errors. */
    export interface EmpError {
        /** A channel of CometD, such as `/meta/subscribe`. */
        channel?: string;
        /** The channel that was subscribed to. */
        subscription?: string;
        error?: string;
    }

    /** @param replayId -1: only what is new; -2: also what is kept */
    export function subscribe<T>(
        channel: string,
        replayId: number,
        onMessage: (message: EmpMessage<T>) => void
    ): Promise<Subscription>;
    export function unsubscribe(
        subscription: Subscription,
        callback?: (response: { successful: boolean }) => void
    ): Promise<unknown>;
    export function onError(callback: (error: EmpError) => void): void;
    export function setDebugFlag(flag: boolean): void;
    /** False where platform events cannot be had, such as in the mobile app. */
    export function isEmpEnabled(): Promise<boolean>;
}
