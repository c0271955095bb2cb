import type { ConversationState } from '#contract';

/** What the five states differ in, as documented. */
interface StateTraits {
    /** What the API writes for it (GoTallo's page "Block Conversations"). */
    number: number;
    /** The conversation cannot be used anymore: the customer cannot write, and nothing leads out of the state. */
    isFinal: boolean;
    /** Whether agents can write by hand. */
    isOpenToAgents: boolean;
    /** Whether the bot answers the customer. */
    isAnsweredByBot: boolean;
    /** The state once the customer has written. */
    afterMessage: ConversationState;
    /** Whether messages are pushed to Salesforce; BLOCKED can be excluded from that. */
    pushes: 'always' | 'never' | 'unless-excluded';
}

const OPEN: StateTraits = {
    number: 0,
    isFinal: false,
    isOpenToAgents: true,
    isAnsweredByBot: false,
    afterMessage: 'OPEN',
    pushes: 'always'
};

export const STATES: Readonly<Record<ConversationState, StateTraits>> = {
    OPEN,
    EXPIRED: { ...OPEN, number: 1, isFinal: true, isOpenToAgents: false, afterMessage: 'EXPIRED' },
    AUTO_BOT: {
        ...OPEN,
        number: 2,
        isOpenToAgents: false,
        isAnsweredByBot: true,
        afterMessage: 'AUTO_BOT',
        pushes: 'never'
    },
    CLOSED: { ...OPEN, number: 3 },
    BLOCKED: { ...OPEN, number: 4, isOpenToAgents: false, afterMessage: 'BLOCKED', pushes: 'unless-excluded' }
};

/** The state of that number; undefined for anything that is not one of the five numbers. */
export function stateOfNumber(value: unknown): ConversationState | undefined {
    return (Object.keys(STATES) as ConversationState[]).find((state) => STATES[state].number === value);
}
