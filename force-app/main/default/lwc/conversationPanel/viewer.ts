import type { ConversationState, ConversationView } from '#contract';
import { known } from 'c/conversationLabels';

/** Whether nothing leads out of a state, so that nobody is offered anything. */
const IS_FINAL: Readonly<Record<ConversationState, boolean>> = {
    OPEN: false,
    EXPIRED: true,
    AUTO_BOT: false,
    CLOSED: false,
    BLOCKED: false
};

/** Whether this user may look at the conversation, and do nothing: agents can do something until it has expired. */
export function mayOnlyLook({ actions, state }: ConversationView): boolean {
    return actions.length === 0 && !known(IS_FINAL, state);
}
