import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { inspect } from 'node:util';
import { BLOCK_USER } from '../../../fakes/gotallo.ts';
import { json, localServer, type Handler, type SeenRequest } from '../../../fakes/server.ts';
import type { ReadConfig } from '../../src/config/config.ts';
import { Secret } from '../../src/config/secret.ts';
import { parseConversationId, type ConversationId } from '../../src/conversations/knowledge/conversation-id.ts';
import { GoTalloFailure } from '../../src/conversations/ports.ts';
import { createGoTallo, type GoTalloClient, type GoTalloOptions } from '../../src/gotallo/gotallo-client.ts';

export const TOKEN = 'gotallo-secret-token';
export const TENANT = '0f8fad5b-d9cb-469f-a165-70867728950e';
export const ID = parseConversationId('6f9619ff8b86d011b42d00c04fc964ff') as ConversationId;

export const READ: ReadConfig = {
    path: '/tenants/{tenant_id}/conversations/{conversation_id}/',
    stateField: 'details.state',
    blockedField: 'is_blocked'
};

export type Answer = (response: Parameters<Handler>[1]) => void;

export const answers = {
    ok: (r) => json(r, 200, { state: 4 }),
    cut: (r) => void r.destroy(),
    cutBody: (r) => void r.writeHead(200, { 'content-length': '99' }).write('{', () => r.destroy()),
    never: () => undefined,
    redirect: (r) => void r.writeHead(301, { location: '/elsewhere' }).end()
} satisfies Record<string, Answer>;

/** The time-out of calls to a GoTallo that is `neverInTime`; far longer than any test takes. */
export const TIMEOUT_MS = 60_000;

/**
 * Begins an answer, or none, and lets the time of the call be over as soon as that has happened: however slow the machine
 * is, the request arrived first. Until the end of the test, time else goes on as it does.
 */
export function neverInTime(t: TestContext, begin: (response: Parameters<Answer>[0]) => void = () => {}): Answer {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    const passing = setInterval(() => t.mock.timers.tick(1), 1);
    t.after(() => clearInterval(passing));
    return (response) => {
        begin(response);
        setImmediate(() => t.mock.timers.tick(TIMEOUT_MS));
    };
}

/** Answers with a status and a body that must never show up anywhere. */
export function status(code: number, headers: Record<string, string> = {}): Answer {
    return (r) => json(r, code, { message: 'body-of-gotallo' }, headers);
}

export function client(baseUrl: string, options: Partial<GoTalloOptions> = {}): GoTalloClient {
    return createGoTallo({
        baseUrl,
        tenantId: TENANT,
        token: new Secret(TOKEN),
        timeoutMs: 2_000,
        retry: { backOffMs: () => 0 },
        nativeBlock: BLOCK_USER,
        read: READ,
        ...options
    });
}

/** A GoTallo that gives these answers in turn, the last one for ever. */
export async function goTalloWith(
    t: TestContext,
    turns: Answer[],
    options: Partial<GoTalloOptions> = {}
): Promise<{ goTallo: GoTalloClient; requests: SeenRequest[] }> {
    const server = await localServer(t, (_, response, number) => turns[Math.min(number, turns.length) - 1]?.(response));
    return { goTallo: client(server.url, options), requests: server.requests };
}

/** The failure of a call, which must show neither our token nor what GoTallo wrote. */
export async function failureOf(promise: Promise<unknown>): Promise<GoTalloFailure> {
    const error = await promise.then(
        () => assert.fail('the change was reported as confirmed'),
        (reason: unknown) => reason
    );
    assert.ok(error instanceof GoTalloFailure, inspect(error));
    const shown = inspect(error, { depth: 9, showHidden: true });
    for (const kept of [TOKEN, 'body-of-gotallo']) assert.ok(!shown.includes(kept), `the failure shows ${kept}`);
    return error;
}
