import type { ConversationView, NativeBlockView } from '#contract';
import type { ConversationId } from '../knowledge/conversation-id.ts';
import { knownChannel } from '../knowledge/known-channel.ts';
import { knownNativeBlock, nativeBlockVersion } from '../knowledge/known-native-block.ts';
import { knownState, type Snapshot } from '../knowledge/known-state.ts';
import type { ConversationRecord, NativeBlock } from '../knowledge/records.ts';
import type { Agent } from '../ports.ts';
import { actionsFor } from '../rules/actions.ts';
import { shownBlock } from './block-view.ts';
import { channelView } from './channel-view.ts';
import { earlierBlocksView } from './earlier-blocks-view.ts';
import { undoView } from './undo-view.ts';

/** What a tenant's views are made with. */
export interface ViewOptions {
    /** Upper-case names of the channels whose native block is used. */
    nativeChannels: ReadonlySet<string>;
    /** Whether GoTallo tells what the channel blocks. */
    canReadNativeBlock: boolean;
    /** Whether GoTallo keeps the messages of the state BLOCKED out of the org, as the configuration says. */
    blockedStateExcluded: boolean;
    now: Date;
}

/** The conversation as this agent may see it: without permission neither note, customer name nor earlier blocks. */
export function conversationView(
    id: ConversationId,
    agent: Agent,
    snapshot: Snapshot,
    { nativeChannels, canReadNativeBlock, blockedStateExcluded, now }: ViewOptions
): ConversationView {
    const known = knownState(snapshot);
    const mayRead = agent.permissions.block || agent.permissions.manage;
    const aboutChannel = knownChannel(snapshot, nativeChannels);
    const nativeBlock = knownNativeBlock(snapshot, aboutChannel.isNative);
    const { contact, earlierBlocks } = snapshot.record;
    return {
        id,
        state: known.state,
        stateSource: known.source,
        asOf: known.at?.toISOString() ?? null,
        channel: channelView(aboutChannel, now),
        customer: { name: mayRead ? (contact.customerName ?? snapshot.message?.customerName ?? null) : null },
        block: shownBlock(snapshot, mayRead),
        nativeBlock: nativeBlockView(nativeBlock, snapshot.record),
        blockedStateExcluded,
        actions: actionsFor(agent, snapshot, {
            channel: aboutChannel,
            nativeBlock,
            canBeRead: canReadNativeBlock,
            now
        }),
        undo: undoView(snapshot, agent, now),
        earlierBlocks: mayRead && earlierBlocks ? earlierBlocksView(earlierBlocks) : null
    };
}

function nativeBlockView(nativeBlock: NativeBlock | null, record: ConversationRecord): NativeBlockView {
    if (nativeBlock === null) return { status: 'not-supported', reason: null, version: null };
    return { status: nativeBlock.status, reason: nativeBlock.reason, version: nativeBlockVersion(record) };
}
