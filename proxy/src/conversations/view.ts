import type { BlockWords, ConversationView, OperationView, PlatformBlockView } from '#contract';
import { actionsFor } from './actions.ts';
import { channelFacts } from './channel-facts.ts';
import { channelView } from './channels.ts';
import type { ConversationId } from './conversation-id.ts';
import { knownState, type Facts } from './known-state.ts';
import { platformStanding } from './platform-standing.ts';
import type { Agent, PlatformReason } from './ports.ts';
import type { BlockTerms, HistoryEntry, PlatformBlock, PlatformStatus } from './records.ts';
import { blockStanding, shownBlock } from './shown-block.ts';
import { undoView } from './undo.ts';

/** The words of a view, which are not the domain's. */
export interface ViewWords {
    /** What agents must know where blocking by state does less than it should; null where it does all. */
    stateBlockCaveat: string | null;
    /** One plain sentence on the channel's own block; null when the status says it all. */
    platformMessage(
        platform: { status: PlatformStatus; reason: PlatformReason | null },
        channelLabel: string | null,
        isBlockOpen: boolean
    ): string | null;
}

/** What a tenant's views are made with. */
export interface ViewOptions {
    /** Upper-case names of the channels whose own block is used. */
    nativeChannels: ReadonlySet<string>;
    /** Whether GoTallo tells what the channel blocks. */
    canReadPlatform: boolean;
    words: ViewWords;
    now: Date;
}

/** The conversation as this agent may see it: without permission neither note nor customer name. */
export function conversationView(
    id: ConversationId,
    agent: Agent,
    facts: Facts,
    { nativeChannels, canReadPlatform, words, now }: ViewOptions
): ConversationView {
    const known = knownState(facts);
    const mayRead = agent.permissions.block || agent.permissions.manage;
    const aboutChannel = channelFacts(facts, nativeChannels);
    const channel = channelView(aboutChannel);
    const platform = platformStanding(facts, aboutChannel.isNative);
    const { contact } = facts.record;
    return {
        id,
        state: known.state,
        stateSource: known.source,
        asOf: known.at?.toISOString() ?? null,
        channel,
        customer: { name: mayRead ? (contact.customerName ?? facts.message?.customerName ?? null) : null },
        block: shownBlock(facts, mayRead),
        platformBlock: platformBlockView(platform, channel.label, blockStanding(facts) !== 'none', words),
        blockedStateExcluded: words.stateBlockCaveat === null,
        actions: actionsFor(agent, facts, { platform, canBeRead: canReadPlatform }),
        undo: undoView(facts, agent, now)
    };
}

function platformBlockView(
    platform: PlatformBlock | null,
    label: string | null,
    isBlockOpen: boolean,
    { stateBlockCaveat, platformMessage }: ViewWords
): PlatformBlockView {
    if (platform === null) return { status: 'not-supported', reason: null, message: stateBlockCaveat };
    return { status: platform.status, reason: platform.reason, message: platformMessage(platform, label, isBlockOpen) };
}

/** One line of the history. */
export function operationView(entry: HistoryEntry): OperationView {
    const { id, kind, wish, by, reason, note, outcome, failure, platform } = entry;
    return {
        id,
        kind,
        wish,
        origin: entry.origin,
        by,
        reason,
        note,
        until: entry.until?.toISOString() ?? null,
        changed: entry.changed && { before: termsView(entry.changed.before), after: termsView(entry.changed.after) },
        undoes: entry.undoes,
        acceptedAt: entry.acceptedAt.toISOString(),
        endedAt: entry.endedAt?.toISOString() ?? null,
        outcome,
        failure,
        platformBlock: platform
    };
}

function termsView({ until, ...said }: BlockTerms): BlockWords {
    return { ...said, until: until?.toISOString() ?? null };
}
