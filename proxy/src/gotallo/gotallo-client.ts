import type { ConversationState } from '#contract';
import ky, { type Options } from 'ky';
import type { Secret } from '../config/secret.ts';
import type { GoTallo } from '../conversations/ports.ts';
import { isReachable } from '../is-reachable.ts';
import { isWorthRepeating, recordingFetch, type Attempt } from './attempt.ts';
import { confirms } from './confirmation.ts';
import { failureOf } from './gotallo-failure.ts';
import { STATE_NUMBERS } from './state-numbers.ts';

/** The GoTallo API of one tenant over HTTP. */
export interface GoTalloClient extends GoTallo {
    /** Whether the API answers at all, without a token. Never throws. */
    reachable(): Promise<boolean>;
}

export interface RetryOptions {
    /** How often one call is sent at most. */
    attempts?: number;
    /** For the whole call, waits included. */
    budgetMs?: number;
    /** The wait before the n-th repetition, where GoTallo does not name one. */
    backOffMs?: (repetition: number) => number;
}

export interface GoTalloOptions {
    /** Without a trailing slash. */
    baseUrl: string;
    tenantId: string;
    token: Secret;
    /** For one attempt, its body included. */
    timeoutMs?: number;
    retry?: RetryOptions;
    /** Called with a sentence for the log when somebody has to look after the token. */
    onAlarm?: (message: string) => void;
    fetch?: typeof fetch;
}

/**
 * Builds the client. A state is absolute, so setting it is repeated when the network, a time-out, 429 or 5xx got in
 * the way; the wait is the one that GoTallo names, else it doubles and is jittered. A wait that does not fit what is
 * left of the budget ends the call at once.
 */
export function createGoTallo(options: GoTalloOptions): GoTalloClient {
    const { baseUrl, tenantId, timeoutMs = 6_000, onAlarm, fetch: send = fetch } = options;

    return {
        async changeState(id, state) {
            const attempts: Attempt[] = [];
            const url = `${baseUrl}/tenants/${tenantId}/conversations/${id}/details/`;
            const request = { ...requestFor(state, options.token), ...repetition(attempts, options.retry) };
            try {
                await ky.put(url, { ...request, timeout: timeoutMs, fetch: recordingFetch(send, attempts) });
            } catch {
                // The attempts tell all there is to know; ky's errors carry the request, and with it our token.
            }
            const last = attempts.at(-1);
            if (last?.kind === 'answered' && isSuccess(last.status) && confirms(last.body, state)) return;
            if (last?.kind === 'answered' && [401, 403].includes(last.status)) {
                onAlarm?.(`GoTallo refused our token (status ${last.status})`);
            }
            throw failureOf(attempts);
        },
        reachable: () => isReachable(baseUrl, timeoutMs, send)
    };
}

function requestFor(state: ConversationState, token: Secret): Options {
    return {
        json: { action: 'change_state', state: STATE_NUMBERS[state] },
        headers: { accept: 'application/json', authorization: `Bearer ${token.reveal()}` },
        // Followed, a redirected PUT may arrive as a GET and be answered with a friendly 200.
        redirect: 'manual'
    };
}

/** When ky sends again, decided from what became of the attempts so far. */
function repetition(attempts: readonly Attempt[], retry: RetryOptions = {}): Options {
    const { attempts: most = 3, budgetMs = 15_000, backOffMs = jitteredBackOff } = retry;
    const start = performance.now();
    let wait = 0;
    return {
        totalTimeout: budgetMs,
        retry: {
            limit: most - 1,
            methods: ['put'],
            shouldRetry: ({ retryCount }) => {
                const last = attempts.at(-1);
                if (!last || !isWorthRepeating(last)) return false;
                wait = (last.kind === 'answered' ? last.retryAfterMs : null) ?? backOffMs(retryCount);
                return performance.now() - start + wait < budgetMs;
            },
            delay: () => wait
        }
    };
}

function jitteredBackOff(repetition: number): number {
    return 300 * 2 ** (repetition - 1) * (0.5 + Math.random() / 2);
}

function isSuccess(status: number): boolean {
    return status >= 200 && status < 300;
}
