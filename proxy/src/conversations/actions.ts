import type { ConversationAction, ConversationState } from '#contract';
import { knownState, type Facts } from './known-state.ts';
import type { Agent } from './ports.ts';

/** What leads on from each state, most wanted first. EXPIRED cannot be used anymore, so nothing does. */
const BY_STATE: Readonly<Record<ConversationState, readonly ConversationAction[]>> = {
    OPEN: ['block', 'close'],
    AUTO_BOT: ['block', 'takeOver', 'close'],
    CLOSED: ['block', 'reopen'],
    BLOCKED: ['unblock'],
    EXPIRED: []
};

/**
 * What this agent may do now. While the state is in doubt, the action that completes the last wish is offered: both
 * block and unblock set an absolute state, so a repeat is safe.
 */
export function actionsFor(agent: Agent, facts: Facts): ConversationAction[] {
    if (!agent.permissions.block) return [];
    const { state } = knownState(facts);
    if (state !== null) return [...BY_STATE[state]];
    return [facts.record.doubt?.kind === 'unblock' ? 'unblock' : 'block'];
}
