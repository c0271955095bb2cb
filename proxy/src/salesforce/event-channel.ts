import { z } from 'zod';
import type { ConversationChange } from '../conversations/ports.ts';
import { askThroughJsforce, DEFAULT_VERSION, type AskOptions } from './ask.ts';
import { subresponse, SubrequestError } from './composite.ts';
import { eventAllowance, type EventAllowance } from './event-allowance.ts';
import { EventFailure, eventFailure } from './event-failure.ts';
import type { OwnToken } from './own-token.ts';

/** As `force-app` deploys it. */
const EVENT = 'GoTallo_Conversation_Changed__e';

/** How many events one call takes: as many as one composite call has requests (REST API Developer Guide). */
export const MOST_AT_ONCE = 25;

/** What became of some events that the org was asked to publish. */
interface Published {
    /** Those it did not take. */
    refused: ConversationChange[];
    /** Why it did not take the first of these; null when it took all. */
    failure: EventFailure | null;
}

/** Publishes events in the org as the proxy's own user. */
export interface EventChannel {
    /** Makes sure that there is a token, so that the first event need not wait for it. Throws EventFailure. */
    prepare(): Promise<void>;
    /** Publishes up to `MOST_AT_ONCE` events in one API call. Throws EventFailure when it took none. */
    publish(changes: readonly ConversationChange[]): Promise<Published>;
    /** How many events the org still takes; may be refused to a user who may not see the set-up. Throws EventFailure. */
    allowance(): Promise<EventAllowance>;
}

const taken = z.object({ success: z.literal(true) });

/**
 * Publishes through jsforce in one composite call, which counts as one call however many events are in it. That, and
 * not sObject Collections, is what is documented for several events (Platform Events Developer Guide, Publish Event
 * Messages with Salesforce APIs). A token that has ended is replaced once.
 */
export function createEventChannel({ ownToken, ...options }: AskOptions & { ownToken: OwnToken }): EventChannel {
    const ask = askThroughJsforce(options);
    const { version = DEFAULT_VERSION } = options;

    async function asOurselves<T>(work: (token: string) => Promise<T>): Promise<T> {
        const token = await ownToken.get();
        try {
            return await work(token);
        } catch (error) {
            const failure = eventFailure('event', error);
            if (isTokenEnded(failure)) ownToken.forget(token);
            throw failure;
        }
    }

    async function withNewToken<T>(work: (token: string) => Promise<T>): Promise<T> {
        return await asOurselves(work).catch((error: unknown) => {
            if (error instanceof EventFailure && isTokenEnded(error)) return asOurselves(work);
            throw error;
        });
    }

    return {
        async prepare() {
            await ownToken.get();
        },
        publish: (changes) =>
            withNewToken((token) =>
                ask(token, '/composite', (body) => publishedIn(body, changes), bodyFor(changes, version))
            ),
        allowance: () => withNewToken((token) => ask(token, '/limits', (body) => eventAllowance.parse(body)))
    };
}

function isTokenEnded({ step, code }: EventFailure): boolean {
    return step === 'event' && ['INVALID_SESSION_ID', 'INVALID_AUTH_HEADER', 'ERROR_HTTP_401'].includes(code);
}

function bodyFor(changes: readonly ConversationChange[], version: string): string {
    const compositeRequest = changes.map(({ conversationId, state, at }, index) => ({
        method: 'POST',
        url: `/services/data/v${version}/sobjects/${EVENT}/`,
        referenceId: nameOf(index),
        body: { Conversation_Id__c: conversationId, State__c: state, Changed_At__c: at.toISOString() }
    }));
    return JSON.stringify({ allOrNone: false, compositeRequest });
}

function publishedIn(body: unknown, changes: readonly ConversationChange[]): Published {
    const failures = changes.map((_, index) => failureIn(body, nameOf(index)));
    return {
        refused: changes.filter((_, index) => failures[index] !== null),
        failure: failures.find((failure) => failure !== null) ?? null
    };
}

function failureIn(body: unknown, name: string): EventFailure | null {
    try {
        taken.parse(subresponse(body, name, 201));
        return null;
    } catch (error) {
        return eventFailure('event', error instanceof SubrequestError ? error : new SubrequestError('NOT_PUBLISHED'));
    }
}

function nameOf(index: number): string {
    return `event${index}`;
}
