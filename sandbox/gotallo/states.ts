import type { ConversationState } from '#contract';

/** The states by the numbers that the API writes them with (facts of GoTallo's page "Block Conversations"). */
export const STATES = ['OPEN', 'EXPIRED', 'AUTO_BOT', 'CLOSED', 'BLOCKED'] as const satisfies ConversationState[];

/** The state of that number; undefined for anything that is not one of the five numbers. */
export function stateOfNumber(value: unknown): ConversationState | undefined {
    return typeof value === 'number' ? STATES[value] : undefined;
}
