import type { ConversationAction, ConversationState } from '#contract';
import type { KnownChannel } from '../knowledge/known-channel.ts';
import { nativeBlockVersion } from '../knowledge/known-native-block.ts';
import { knownState, type Snapshot } from '../knowledge/known-state.ts';
import type { NativeBlock } from '../knowledge/records.ts';
import { isFinal } from '../knowledge/states.ts';
import type { Agent } from '../ports.ts';
import { whyNoRetry } from './judge-retry.ts';

/** What leads on from each state, most wanted first. EXPIRED cannot be used anymore, so nothing does. */
const BY_STATE: Readonly<Record<ConversationState, readonly ConversationAction[]>> = {
    OPEN: ['block', 'close'],
    AUTO_BOT: ['block', 'takeOver', 'close'],
    CLOSED: ['block', 'reopen'],
    BLOCKED: ['unblock'],
    EXPIRED: []
};

/** What is known of the channel and its native block, and whether GoTallo can be asked about it. */
export interface NativeBlockKnowledge {
    channel: KnownChannel;
    nativeBlock: NativeBlock | null;
    canBeRead: boolean;
    now: Date;
}

/** What this agent may do now; nothing once the conversation cannot be used anymore. */
export function actionsFor(
    { permissions }: Agent,
    snapshot: Snapshot,
    about: NativeBlockKnowledge
): ConversationAction[] {
    if (isFinal(knownState(snapshot).state)) return [];
    return [
        ...(permissions.block && canBeRetried(snapshot, about) ? (['retryNativeBlock'] as const) : []),
        ...(permissions.block ? changesFor(snapshot, about.nativeBlock) : []),
        ...(permissions.manage && canBeResolved(snapshot, about) ? (['resolveNativeBlock'] as const) : [])
    ];
}

/**
 * A person is asked what the channel shows where that is not known, and is free to correct it where nobody else can. Not
 * while that may change at any moment: what they saw would not count.
 */
function canBeResolved({ record }: Snapshot, { nativeBlock, canBeRead }: NativeBlockKnowledge): boolean {
    if (nativeBlock === null || nativeBlockVersion(record) === null) return false;
    return nativeBlock.status === 'unconfirmed' || !canBeRead;
}

/** The channel can be asked once more to block, unless somebody is at it right now. */
function canBeRetried(snapshot: Snapshot, { channel, now }: NativeBlockKnowledge): boolean {
    return nativeBlockVersion(snapshot.record) !== null && whyNoRetry(snapshot, { channel, now }) === null;
}

/**
 * While the state is in doubt, the action that completes the last command is offered: both block and unblock set an
 * absolute state, so a repeat is safe. Where what GoTallo confirmed is contradicted, what leads on from that is offered,
 * and a block is made sure of. Somebody whom the channel still blocks can be unblocked in any state.
 */
function changesFor(snapshot: Snapshot, nativeBlock: NativeBlock | null): ConversationAction[] {
    const { state } = knownState(snapshot);
    const { unfinished, confirmedState } = snapshot.record;
    if (state === null && unfinished !== null) return [unfinished.command.kind === 'unblock' ? 'unblock' : 'block'];
    const likely = state ?? confirmedState?.state ?? 'BLOCKED';
    const changes = state === null && likely === 'BLOCKED' ? (['block'] as const) : BY_STATE[likely];
    return changes.map((change) => (change === 'block' && nativeBlock?.status === 'blocked' ? 'unblock' : change));
}
