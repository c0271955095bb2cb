import { RETRY_PATH } from '../contract.ts';
import { AGENTS, type Person } from '../org/people.ts';
import type { Command } from '../scenario/scenario.ts';
import type { Request } from './call-proxy.ts';

/** Long enough to be accepted, short enough to be over before the history is. */
const BRIEF_MS = 1_000;

/** Method, path below the conversation, and body. */
export type CommandRequest = [Request['method'], string, unknown?];

/**
 * How a command is asked for.
 * @param operationId what can be taken back
 * @returns null when there is nothing to ask for: no undo is on offer
 */
export function requestOf(command: Command, operationId: string | null): CommandRequest | null {
    switch (command) {
        case 'block':
            return ['PUT', '/block', { reason: 'Spam' }];
        case 'brief':
            return ['PUT', '/block', { until: new Date(Date.now() + BRIEF_MS).toISOString() }];
        case 'unblock':
            return ['DELETE', '/block'];
        case 'undo':
            return operationId === null ? null : ['POST', '/undo', { operationId }];
        case 'retry':
            return ['POST', RETRY_PATH];
        default:
            return ['PUT', '/state', { state: command }];
    }
}

export function agentOf(index: number): Person {
    return AGENTS[index] ?? AGENTS[0];
}
