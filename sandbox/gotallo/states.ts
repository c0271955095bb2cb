import type { ConversationState } from '#contract';

/** The numbers that the API writes the states with (GoTallo's page "Block Conversations"). */
const NUMBERS: Readonly<Record<ConversationState, number>> = {
    OPEN: 0,
    EXPIRED: 1,
    AUTO_BOT: 2,
    CLOSED: 3,
    BLOCKED: 4
};

export const STATES = Object.keys(NUMBERS) as ConversationState[];

/** The state of that number; undefined for anything that is not one of the five numbers. */
export function stateOfNumber(value: unknown): ConversationState | undefined {
    return STATES.find((state) => NUMBERS[state] === value);
}
