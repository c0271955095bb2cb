import type { Agent, ClientRequest, IncomingMessage } from 'node:http';
import https from 'node:https';
import type { Socket } from 'node:net';
import { http } from '../lib/node-http.ts';
import { readBytes } from '../lib/read-bytes.ts';
import { answerTime } from './answer-time.ts';
import type { Answer, Attempt } from './attempt.ts';
import { readRetryAfter } from './retry-after.ts';

const MAX_BODY_BYTES = 64 * 1024;

/** One request over HTTP. */
export interface OutgoingRequest {
    url: string;
    method: string;
    headers: Record<string, string>;
    /** Null: none is sent. */
    body: string | null;
    /** For all of it, connecting and the answer's body included. */
    timeoutMs: number;
    /** The connections to choose from. */
    agent: Agent;
}

/**
 * Sends a request exactly once, follows no redirect, and tells what became of it. Never throws.
 *
 * Not by `fetch`, which sends a request again when it is answered 421 (Fetch, "HTTP-network-or-cache fetch"), and which
 * does not tell a time-out before the request left from one after it.
 */
export function sendOnce(outgoing: OutgoingRequest): Promise<Attempt> {
    return new Promise((resolve) => {
        try {
            watch(open(outgoing), outgoing, resolve);
        } catch (error) {
            // Such as a header that cannot be written.
            resolve({ kind: 'not-sent', code: codeOf(error) });
        }
    });
}

function open({ url, method, headers, agent, body }: OutgoingRequest): ClientRequest {
    const { request } = url.startsWith('https:') ? https : http;
    return request(url, { method, headers, agent }).end(body ?? undefined);
}

function watch(request: ClientRequest, { timeoutMs }: OutgoingRequest, resolve: (attempt: Attempt) => void): void {
    let hasLeft = false;
    let isGivenUp = false;
    let isAnswered = false;
    const timer = setTimeout(() => {
        isGivenUp = true;
        request.destroy();
    }, timeoutMs);
    const end = (code: string): void => {
        if (!hasLeft) resolve({ kind: 'not-sent', code: isGivenUp ? 'ETIMEDOUT' : code });
        else resolve(isGivenUp ? { kind: 'no-answer' } : { kind: 'broken', code });
    };
    request.on('socket', (socket) => {
        whenOpen(socket, () => (hasLeft = true));
    });
    request.on('response', (response) => {
        isAnswered = true;
        readAnswer(response).then(resolve, (error: unknown) => end(codeOf(error)));
    });
    request.on('error', (error) => {
        if (!isAnswered) end(codeOf(error));
    });
    request.on('close', () => {
        clearTimeout(timer);
        if (!isAnswered) end('ECONNRESET');
    });
}

/** Nothing leaves before the connection is open, and over TLS before the certificate was found to be good. */
function whenOpen(socket: Socket, then: () => void): void {
    const isShakingHands = 'secureConnecting' in socket && socket.secureConnecting === true;
    if (socket.connecting || isShakingHands) socket.once(isShakingHands ? 'secureConnect' : 'connect', then);
    else then();
}

async function readAnswer(response: IncomingMessage): Promise<Answer> {
    const { statusCode: status = 0, headers } = response;
    const arrivedAt = new Date();
    const at = answerTime(headers.date, arrivedAt);
    const retryAfterMs = readRetryAfter(headers['retry-after']);
    // A refusal is clear as soon as it begins; a success must be heard to its end.
    const bytes = await readBytes(response, MAX_BODY_BYTES).catch((error: unknown) => {
        if (status >= 200 && status < 300) throw error;
        return null;
    });
    const clockAheadMs = at.getTime() - arrivedAt.getTime();
    const body = bytes?.toString('utf8') ?? null;
    return { kind: 'answered', status, retryAfterMs, at, clockAheadMs, body };
}

function codeOf(error: unknown): string {
    return String((error as { code?: unknown }).code ?? (error as Error).name);
}
