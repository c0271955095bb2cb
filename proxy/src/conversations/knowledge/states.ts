import type { ConversationState } from '#contract';

/** What the five states differ in. */
interface StateTraits {
    /** Whether an agent may ask for it by name: take over or reopen, hand to the bot, close. Block has its own call. */
    isSettable: boolean;
    /** The conversation cannot be used anymore, so nothing leads out of it. */
    isFinal: boolean;
}

/** The five states, from GoTallo's page on changing the state of a conversation. */
const STATES = {
    OPEN: { isSettable: true, isFinal: false },
    EXPIRED: { isSettable: false, isFinal: true },
    AUTO_BOT: { isSettable: true, isFinal: false },
    CLOSED: { isSettable: true, isFinal: false },
    BLOCKED: { isSettable: false, isFinal: false }
} as const satisfies Record<ConversationState, StateTraits>;

const CONVERSATION_STATES = Object.keys(STATES) as ConversationState[];

export type SettableState = {
    [State in ConversationState]: (typeof STATES)[State]['isSettable'] extends true ? State : never;
}[ConversationState];

export const SETTABLE_STATES = CONVERSATION_STATES.filter((state): state is SettableState => STATES[state].isSettable);

/** Whether nothing leads out of this state; false also where it is not known. */
export function isFinal(state: ConversationState | null): boolean {
    return state !== null && STATES[state].isFinal;
}

/**
 * Reads a state name as GoTallo's webhooks and Heroku Messages write it.
 * @returns the state, or null for anything else
 */
export function parseState(text: string): ConversationState | null {
    const upper = text.trim().toUpperCase();
    return CONVERSATION_STATES.find((state) => state === upper) ?? null;
}
