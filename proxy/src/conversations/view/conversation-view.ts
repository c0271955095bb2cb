import type { ConversationView, NativeBlockReason, NativeBlockView } from '#contract';
import { blockStatus } from '../knowledge/block-status.ts';
import type { ConversationId } from '../knowledge/conversation-id.ts';
import { knownChannel } from '../knowledge/known-channel.ts';
import { knownNativeBlock } from '../knowledge/known-native-block.ts';
import { knownState, type Snapshot } from '../knowledge/known-state.ts';
import type { NativeBlock, NativeBlockStatus } from '../knowledge/records.ts';
import type { Agent } from '../ports.ts';
import { actionsFor } from '../rules/actions.ts';
import { shownBlock } from './block-view.ts';
import { channelView } from './channel-view.ts';
import { undoView } from './undo-view.ts';

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
    /** Upper-case names of the channels whose native block is used. */
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
    snapshot: Snapshot,
    { nativeChannels, canReadNativeBlock, words, now }: ViewOptions
): ConversationView {
    const known = knownState(snapshot);
    const mayRead = agent.permissions.block || agent.permissions.manage;
    const aboutChannel = knownChannel(snapshot, nativeChannels);
    const channel = channelView(aboutChannel);
    const nativeBlock = knownNativeBlock(snapshot, aboutChannel.isNative);
    const { contact } = snapshot.record;
    return {
        id,
        state: known.state,
        stateSource: known.source,
        asOf: known.at?.toISOString() ?? null,
        channel,
        customer: { name: mayRead ? (contact.customerName ?? snapshot.message?.customerName ?? null) : null },
        block: shownBlock(snapshot, mayRead),
        nativeBlock: nativeBlockView(nativeBlock, channel.label, blockStatus(snapshot) !== 'none', words),
        blockedStateExcluded: words.stateBlockCaveat === null,
        actions: actionsFor(agent, snapshot, { nativeBlock, canBeRead: canReadNativeBlock }),
        undo: undoView(snapshot, agent, now)
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
