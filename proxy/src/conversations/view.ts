import type { ConversationView, OperationView, PlatformBlockView } from '#contract';
import { actionsFor } from './actions.ts';
import { channelView } from './channels.ts';
import type { ConversationId } from './conversation-id.ts';
import { knownState, type Facts } from './known-state.ts';
import type { Agent } from './ports.ts';
import type { Operation } from './records.ts';
import { shownBlock } from './shown-block.ts';

/**
 * The conversation as this agent may see it: without permission neither note nor customer name.
 * @param platformBlock what is known of the channel's own block
 */
export function conversationView(
    id: ConversationId,
    agent: Agent,
    facts: Facts,
    platformBlock: PlatformBlockView
): ConversationView {
    const known = knownState(facts);
    const mayRead = agent.permissions.block || agent.permissions.manage;
    return {
        id,
        state: known.state,
        stateSource: known.source,
        asOf: known.at?.toISOString() ?? null,
        channel: channelView(facts.message?.medium ?? null),
        customer: { name: mayRead ? (facts.message?.customerName ?? null) : null },
        block: shownBlock(facts, mayRead),
        platformBlock,
        actions: actionsFor(agent, facts)
    };
}

/** One line of the history. */
export function operationView(operation: Operation): OperationView {
    const { wish } = operation;
    return {
        id: operation.id,
        kind: wish.kind,
        wish: wish.state,
        by: operation.by,
        reason: wish.reason ?? null,
        note: wish.note ?? null,
        until: null,
        acceptedAt: operation.acceptedAt.toISOString(),
        endedAt: operation.endedAt?.toISOString() ?? null,
        outcome: operation.outcome,
        failure: operation.failure
    };
}
