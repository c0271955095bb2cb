import { blockStatus } from '../knowledge/block-status.ts';
import type { KnownChannel } from '../knowledge/known-channel.ts';
import { knownNativeBlock } from '../knowledge/known-native-block.ts';
import { knownState, type Snapshot } from '../knowledge/known-state.ts';
import { nativeWindow } from '../knowledge/native-window.ts';
import type { Command } from '../knowledge/records.ts';
import { isFinal } from '../knowledge/states.ts';
import type { Decision, Decline } from './decision.ts';
import { endAskedFor, judge } from './judge-command.ts';

/** Sets the state once more, which changes nothing, and then asks the channel. */
export const RETRY: Command = { kind: 'block', state: 'BLOCKED', terms: {}, retriesNativeBlock: true };

/** What asking the channel once more is judged by, beside the snapshot. */
export interface RetryOptions {
    channel: KnownChannel;
    now: Date;
}

/** What becomes of the command to ask the channel once more. */
export function judgeRetry(snapshot: Snapshot, options: RetryOptions): Decision {
    const decline = whyNoRetry(snapshot, options);
    return decline === null
        ? judge(RETRY, snapshot, { isNative: options.channel.isNative, now: options.now })
        : { decline };
}

/**
 * Why the channel is not asked to block once more; null when it can be. It must be known not to block, for Block User is a
 * toggle, and there must be a block for which it is asked.
 */
export function whyNoRetry(snapshot: Snapshot, { channel, now }: RetryOptions): Decline['decline'] | null {
    const { unfinished, nativeInFlightMs } = snapshot.record;
    if (isFinal(knownState(snapshot).state)) return 'conversation-expired';
    const block = blockStatus(snapshot);
    const until = endAskedFor(snapshot.record);
    if (block === 'none' || (until !== null && until <= now)) return 'block-changed';
    // It would take the place of a command that is to be carried out yet.
    if (unfinished !== null && !unfinished.command.retriesNativeBlock) return 'conversation-busy';
    const known = knownNativeBlock(snapshot, channel.isNative);
    if (known === null || !channel.isNative) return 'native-block-not-supported';
    if (known.status === 'blocked') return 'nothing-to-do';
    const isOff = known.status !== 'unconfirmed' && nativeInFlightMs === 0;
    // A number of our own is refused every time.
    const isRefusedForGood = known.status === 'refused' && known.reason === 'own-number';
    const isPossible =
        isOff && !isRefusedForGood && block === 'confirmed' && nativeWindow(channel, now).possible !== 'no';
    return isPossible ? null : 'native-block-not-possible';
}
