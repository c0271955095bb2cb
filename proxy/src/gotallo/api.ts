import type { Secret } from '../config/secret.ts';
import { outgoingAgent } from '../lib/outgoing-agent.ts';
import type { Attempt } from './attempt.ts';
import type { Gate } from './gate.ts';
import { sendOnce } from './send-once.ts';

/** Whoever asked has no time left, or is not the one anymore who may. */
const TOO_LATE: Attempt = { kind: 'not-sent', code: 'ETIMEDOUT' };

/** One call to GoTallo. */
interface Call {
    method: string;
    /** Below the base URL. */
    path: string;
    /** JSON text; null: none. */
    body: string | null;
    /** Over a connection that nobody used before, so that it cannot meet one that is just being closed. */
    isAlone?: boolean;
}

/**
 * Makes one attempt of a call, in its turn. Never throws, never repeats.
 * @param timeoutMs for the attempt, and for waiting for its turn
 * @param endsAt when both must be over, by `performance.now()`
 */
export type Send = (call: Call, timeoutMs: number, endsAt?: number) => Promise<Attempt>;

export interface Access {
    /** Without a trailing slash. */
    baseUrl: string;
    token: Secret;
    /** Called with a sentence for the log when somebody has to look after the token. */
    onAlarm?: ((message: string) => void) | undefined;
}

/** The way to the API of one tenant. */
export function createSend({ baseUrl, token }: Access, gate: Gate): Send {
    const kept = outgoingAgent(baseUrl, { keepAlive: true });
    const alone = outgoingAgent(baseUrl, { keepAlive: false });
    return ({ method, path, body, isAlone = false }, timeoutMs, endsAt = Infinity) => {
        const leftMs = (): number => endsAt - performance.now();
        const headers = {
            accept: 'application/json',
            authorization: `Bearer ${token.reveal()}`,
            ...(body !== null && { 'content-type': 'application/json' })
        };
        const request = { url: baseUrl + path, method, headers, body, agent: isAlone ? alone : kept };
        const attempt = (): Promise<Attempt> => {
            const ms = Math.min(timeoutMs, leftMs());
            return ms > 0 ? sendOnce({ ...request, timeoutMs: ms }) : Promise.resolve(TOO_LATE);
        };
        // The attempt keeps half of the time: sent with none left, it would only cause doubt.
        return gate.pass(attempt, Math.min(timeoutMs, leftMs() / 2));
    };
}
