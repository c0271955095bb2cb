import type { NativeBlockConfig, ReadConfig } from '../config/config.ts';
import type { GoTallo } from '../conversations/ports.ts';
import { isReachable } from '../lib/is-reachable.ts';
import { createSend, type Access, type Send } from './api.ts';
import { isSuccess, mayHaveApplied, type Attempt } from './attempt.ts';
import { blockUserResult } from './block-user-result.ts';
import { CallRecord, looksLikeRefusedToken } from './call-record.ts';
import { confirms } from './confirmation.ts';
import { createGate, type GateOptions } from './gate.ts';
import { failureOf } from './gotallo-failure.ts';
import { readOf } from './read-observation.ts';
import { repeatedly, type RetryOptions } from './repeat.ts';
import { STATE_NUMBERS } from './state-numbers.ts';
import { fillBody, fillPath } from './templates.ts';

/** The GoTallo API of one tenant over HTTP. */
export interface GoTalloClient extends GoTallo {
    /** Whether the API answers at all, without a token. Never throws. */
    reachable(): Promise<boolean>;
    /** What was seen of its calls. */
    readonly record: CallRecord;
}

export interface GoTalloOptions extends Access {
    tenantId: string;
    /** Null or left out: Block User is not used. */
    nativeBlock?: NativeBlockConfig | null;
    /** Null or left out: nothing is read. */
    read?: ReadConfig | null;
    /** For one attempt, its body included. */
    timeoutMs?: number;
    /** For `changeState` alone: nothing else is ever repeated. */
    retry?: RetryOptions;
    load?: GateOptions;
}

const MIN_READ_TIMEOUT_MS = 300;

/**
 * Builds the client. All its calls pass one gate. A state is absolute, so setting it is repeated when the network, a
 * time-out, 429 or 5xx got in the way; Block User is a toggle and is sent once, and so is a read.
 */
export function createGoTallo(options: GoTalloOptions): GoTalloClient {
    const { baseUrl, tenantId, nativeBlock = null, read = null, timeoutMs = 6_000, retry, onAlarm } = options;
    const gate = createGate(options.load);
    const record = new CallRecord();
    const send = noting(createSend(options, gate), record);
    const alarmAt = (attempt: Attempt | undefined): void => {
        if (!looksLikeRefusedToken(attempt)) return;
        record.noteTokenRefused(attempt);
        onAlarm?.(`GoTallo refused our token (status ${attempt.status})`);
    };

    return {
        record,
        nativeChannels: new Set(nativeBlock?.channels),
        reads: read === null ? 'nothing' : read.blockedField === null ? 'state' : 'state-and-native-block',
        async changeState(id, state, sendUntil) {
            const path = `/tenants/${tenantId}/conversations/${id}/details/`;
            const call = {
                method: 'PUT',
                path,
                body: JSON.stringify({ action: 'change_state', state: STATE_NUMBERS[state] })
            };
            const budget = { budgetMs: 2.5 * timeoutMs, ...retry };
            const attempts = await repeatedly((endsAt) => send(call, timeoutMs, Math.min(endsAt, sendUntil)), budget);
            const last = attempts.at(-1);
            if (last && isSuccess(last) && confirms(last.body, state)) {
                return { at: last.at, isInFlight: attempts.slice(0, -1).some(mayHaveApplied) };
            }
            alarmAt(last);
            throw failureOf(attempts);
        },
        async blockUser(id, target, sendUntil) {
            if (nativeBlock === null) return { outcome: 'not-sent' };
            const values = { tenantId, conversationId: id };
            const body = nativeBlock.body && fillBody(nativeBlock.body, values);
            const path = fillPath(nativeBlock.path, values);
            const attempt = await send({ method: nativeBlock.method, path, body, isAlone: true }, timeoutMs, sendUntil);
            const result = blockUserResult(attempt, { target, blockedField: read?.blockedField ?? null });
            record.noteBlockUser(attempt, result);
            if (result.outcome === 'refused' && result.reason === 'set-up') alarmAt(attempt);
            return result;
        },
        async read(id) {
            if (read === null) return null;
            const path = fillPath(read.path, { tenantId, conversationId: id });
            const at = new Date();
            const attempt = await send(
                { method: 'GET', path, body: null },
                Math.max(MIN_READ_TIMEOUT_MS, timeoutMs / 3)
            );
            if (looksLikeRefusedToken(attempt)) record.noteTokenRefused(attempt);
            return readOf(attempt, read, at);
        },
        restsForSeconds: () => gate.restsForSeconds(),
        reachable: () => isReachable(baseUrl, timeoutMs)
    };
}

function noting(send: Send, record: CallRecord): Send {
    return async (...call) => {
        const attempt = await send(...call);
        record.noteCall(attempt);
        return attempt;
    };
}
