import type { TestContext } from 'node:test';
import { localServer, type Handler } from '../../../fakes/server.ts';
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
