import type { BlockWords, ConversationView, NativeBlockReason, NativeBlockView, OperationView } from '#contract';
import { actionsFor } from './actions.ts';
import { channelFacts } from './channel-facts.ts';
import { channelView } from './channels.ts';
import type { ConversationId } from './conversation-id.ts';
import { knownState, type Facts } from './known-state.ts';
import { knownNativeBlock } from './known-native-block.ts';
import type { Agent } from './ports.ts';
import type { BlockTerms, HistoryEntry, NativeBlock, NativeBlockStatus } from './records.ts';
import { blockStanding, shownBlock } from './shown-block.ts';
import { undoView } from './undo.ts';

/** The words of a view, which are not the domain's. */
export interface ViewWords {
    /** What agents must know where blocking by state does less than it should; null where it does all. */
    stateBlockCaveat: string | null;
    /** One plain sentence on the native block; null when the status says it all. */
    nativeBlockMessage(
        nativeBlock: { status: NativeBlockStatus; reason: NativeBlockReason | null },
        channelLabel: string | null,
        isBlockOpen: boolean
    ): string | null;
}

/** What a tenant's views are made with. */
export interface ViewOptions {
    /** Upper-case names of the channels whose own block is used. */
    nativeChannels: ReadonlySet<string>;
    /** Whether GoTallo tells what the channel blocks. */
    canReadNativeBlock: boolean;
    words: ViewWords;
    now: Date;
}

/** The conversation as this agent may see it: without permission neither note nor customer name. */
export function conversationView(
    id: ConversationId,
    agent: Agent,
    facts: Facts,
    { nativeChannels, canReadNativeBlock, words, now }: ViewOptions
): ConversationView {
    const known = knownState(facts);
    const mayRead = agent.permissions.block || agent.permissions.manage;
    const aboutChannel = channelFacts(facts, nativeChannels);
    const channel = channelView(aboutChannel);
    const nativeBlock = knownNativeBlock(facts, aboutChannel.isNative);
    const { contact } = facts.record;
    return {
        id,
        state: known.state,
        stateSource: known.source,
        asOf: known.at?.toISOString() ?? null,
        channel,
        customer: { name: mayRead ? (contact.customerName ?? facts.message?.customerName ?? null) : null },
        block: shownBlock(facts, mayRead),
        nativeBlock: nativeBlockView(nativeBlock, channel.label, blockStanding(facts) !== 'none', words),
        blockedStateExcluded: words.stateBlockCaveat === null,
        actions: actionsFor(agent, facts, { nativeBlock, canBeRead: canReadNativeBlock }),
        undo: undoView(facts, agent, now)
    };
}

function nativeBlockView(
    nativeBlock: NativeBlock | null,
    label: string | null,
    isBlockOpen: boolean,
    { stateBlockCaveat, nativeBlockMessage }: ViewWords
): NativeBlockView {
    if (nativeBlock === null) return { status: 'not-supported', reason: null, message: stateBlockCaveat };
    return {
        status: nativeBlock.status,
        reason: nativeBlock.reason,
        message: nativeBlockMessage(nativeBlock, label, isBlockOpen)
    };
}

/** One line of the history. */
export function operationView(entry: HistoryEntry): OperationView {
    const { id, kind, target, by, reason, note, outcome, failure, nativeBlock } = entry;
    return {
        id,
        kind,
        target,
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
        nativeBlock: nativeBlock
    };
}

function termsView({ until, ...said }: BlockTerms): BlockWords {
    return { ...said, until: until?.toISOString() ?? null };
}
