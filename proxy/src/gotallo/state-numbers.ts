import type { ConversationState } from '#contract';
import { parseState } from '../conversations/knowledge/states.ts';

/**
 * The numbers GoTallo takes when a state is set; it reports states by name.
 * From its page "How to change Conversation State during conversation" and the block article.
 */
export const STATE_NUMBERS: Readonly<Record<ConversationState, number>> = {
    OPEN: 0,
    EXPIRED: 1,
    AUTO_BOT: 2,
    CLOSED: 3,
    BLOCKED: 4
};

const NAMES = new Map<string, ConversationState>(
    Object.entries(STATE_NUMBERS).map(([name, number]) => [String(number), name as ConversationState])
);

/** Reads a state written as a number, as digits or by name; null when it is none of the five. */
export function readState(value: unknown): ConversationState | null {
    if (typeof value !== 'string' && typeof value !== 'number') return null;
    return NAMES.get(String(value).trim()) ?? parseState(String(value));
}
