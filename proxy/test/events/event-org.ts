import type { TestContext } from 'node:test';
import { json, localServer, type Handler, type SeenRequest } from '../../../fakes/server.ts';
import type { EventsConfig } from '../../src/config/config.ts';
import { Secret } from '../../src/config/secret.ts';
import type { ConversationChange } from '../../src/conversations/ports.ts';
import { createChangePublisher, type ChangePublisher, type PublishLimits } from '../../src/events/change-publisher.ts';
import { createEventChannel } from '../../src/salesforce/event-channel.ts';
import { createOwnToken } from '../../src/salesforce/own-token.ts';

export const CLIENT_ID = 'the.consumer.key';
export const CLIENT_SECRET = 'the-client-secret';
export const SIGN_IN: EventsConfig = {
    flow: 'client-credentials',
    clientId: CLIENT_ID,
    clientSecret: new Secret(CLIENT_SECRET)
};
export const SESSION = '00D000000000001!the.own.token';

/** What was published: conversation and state, in the order of the stream. */
export type Stream = [conversationId: string, state: string | null][];

interface Subrequest {
    url: string;
    referenceId: string;
    body: { Conversation_Id__c: string; State__c: string | null; Changed_At__c: string };
}

/** The events that a request would publish. */
export function eventsIn({ body }: SeenRequest): Subrequest[] {
    return (JSON.parse(body) as { compositeRequest: Subrequest[] }).compositeRequest;
}

/** Gives tokens and takes every event. */
export function takesAll(stream: Stream): Handler {
    return (request, response) => {
        if (request.url === '/services/oauth2/token') {
            json(response, 200, { access_token: SESSION, instance_url: 'https://elsewhere.example' });
            return;
        }
        const events = eventsIn(request);
        stream.push(...events.map(({ body }): Stream[number] => [body.Conversation_Id__c, body.State__c]));
        json(response, 200, { compositeResponse: events.map(({ referenceId }) => takenPart(referenceId)) });
    };
}

/** The part of an answer that says that the org took the event. */
export function takenPart(referenceId: string): object {
    const errors = [{ statusCode: 'OPERATION_ENQUEUED', message: crypto.randomUUID(), fields: [] }];
    return { referenceId, httpStatusCode: 201, body: { id: 'e01xx0000000001AAA', success: true, errors } };
}

/** One line of the log of a publisher. */
export interface Line {
    level: 'info' | 'warn';
    code: unknown;
    text: string;
}

/** A publisher towards a local server, and all it says. Pauses are short. */
export async function publisherTo(t: TestContext, handle: Handler, limits: Partial<PublishLimits> = {}) {
    const server = await localServer(t, handle);
    const { publisher, lines } = publisherAt(t, server.url, limits);
    return { publisher, lines, requests: server.requests };
}

/** The same towards any address. */
export function publisherAt(
    t: TestContext,
    instanceUrl: string,
    limits: Partial<PublishLimits> = {},
    signIn: EventsConfig = SIGN_IN
): { publisher: ChangePublisher; lines: Line[] } {
    const lines: Line[] = [];
    const ownToken = createOwnToken({ instanceUrl, signIn, timeoutMs: 2_000 });
    const publisher = createChangePublisher({
        channel: createEventChannel({ instanceUrl, ownToken, timeoutMs: 2_000 }),
        log: { info: logTo(lines, 'info'), warn: logTo(lines, 'warn') },
        limits: { gatherMs: 5, pauseMs: [1, 5], ...limits }
    });
    t.after(() => publisher.close());
    return { publisher, lines };
}

function logTo(lines: Line[], level: Line['level']) {
    return (...parts: unknown[]): void => {
        const text = String(parts.at(-1));
        lines.push({ level, code: Object(parts[0]).code, text });
    };
}

/** A change of a conversation. */
export function changeOf(conversationId: string, state: ConversationChange['state'] = 'BLOCKED'): ConversationChange {
    return { conversationId, state, at: new Date('2026-11-22T10:00:00.000Z') };
}
