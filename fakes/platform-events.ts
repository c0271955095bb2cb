import { json, type Handler, type SeenRequest } from './server.ts';

export const TOKEN_PATH = '/services/oauth2/token';
/** The token that the proxy itself is given. */
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
        if (request.url === TOKEN_PATH) {
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

/** An org in which `own` answers the calls by which the proxy itself signs in and publishes. */
export function withOwnCalls(agents: Handler, own: Handler): Handler {
    return (request, ...rest) => {
        const isOwn = request.url === TOKEN_PATH || request.headers.authorization === `Bearer ${SESSION}`;
        (isOwn ? own : agents)(request, ...rest);
    };
}
