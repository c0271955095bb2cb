import type { ConversationState } from '#contract';

/** The five states, from GoTallo's page on changing the state of a conversation. */
export const CONVERSATION_STATES = [
    'OPEN',
    'EXPIRED',
    'AUTO_BOT',
    'CLOSED',
    'BLOCKED'
] as const satisfies readonly ConversationState[];

/** The states an agent may ask for by name: take over or reopen, hand to the bot, close. Block has its own call. */
export const SETTABLE_STATES = ['OPEN', 'AUTO_BOT', 'CLOSED'] as const satisfies readonly ConversationState[];
export type SettableState = (typeof SETTABLE_STATES)[number];

/**
 * Reads a state name as GoTallo's webhooks and Heroku Messages write it.
 * @returns the state, or null for anything else
 */
export function parseState(text: string): ConversationState | null {
    const upper = text.trim().toUpperCase();
    return CONVERSATION_STATES.find((state) => state === upper) ?? null;
}
