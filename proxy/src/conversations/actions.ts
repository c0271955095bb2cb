import type { ConversationAction, ConversationState } from '#contract';
import { knownState, type Facts } from './known-state.ts';
import type { Agent } from './ports.ts';
import type { PlatformBlock } from './records.ts';

/** What leads on from each state, most wanted first. EXPIRED cannot be used anymore, so nothing does. */
const BY_STATE: Readonly<Record<ConversationState, readonly ConversationAction[]>> = {
    OPEN: ['block', 'close'],
    AUTO_BOT: ['block', 'takeOver', 'close'],
    CLOSED: ['block', 'reopen'],
    BLOCKED: ['unblock'],
    EXPIRED: []
};

/** What this agent may do now; nothing once the conversation cannot be used anymore. */
export function actionsFor({ permissions }: Agent, facts: Facts, platform: PlatformBlock | null): ConversationAction[] {
    if (knownState(facts).state === 'EXPIRED') return [];
    const isInQuestion = platform?.status === 'unconfirmed' && facts.record.unfinished?.isHeld !== true;
    return [
        ...(permissions.block ? changesFor(facts, platform) : []),
        ...(permissions.manage && isInQuestion ? (['settlePlatformBlock'] as const) : [])
    ];
}

/**
 * While the state is in doubt, the action that completes the last wish is offered: both block and unblock set an
 * absolute state, so a repeat is safe. Somebody whom the channel still blocks can be unblocked in any state.
 */
function changesFor(facts: Facts, platform: PlatformBlock | null): ConversationAction[] {
    const { state } = knownState(facts);
    const { doubt } = facts.record;
    if (state === null && doubt !== null) return [doubt.kind === 'unblock' ? 'unblock' : 'block'];
    const changes = state === null ? (['block'] as const) : BY_STATE[state];
    return changes.map((change) => (change === 'block' && platform?.status === 'blocked' ? 'unblock' : change));
}
