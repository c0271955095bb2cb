import type { AgentName } from '#contract';
import { Failure } from '../../lib/failure.ts';
import type { ConversationId } from '../knowledge/conversation-id.ts';
import { knownChannel } from '../knowledge/known-channel.ts';
import { knownNativeBlock, nativeBlockVersion } from '../knowledge/known-native-block.ts';
import type { ConversationRecord, NativeBlock } from '../knowledge/records.ts';
import type { GoTallo } from '../ports.ts';
import type { Observations } from './command-queue.ts';
import type { Journal } from './journal.ts';
import type { NativeBlockTarget } from './native-call.ts';

/** What a person says of the channel. */
export interface NativeBlockWord {
    status: NativeBlockTarget;
    /** Of the native block as they were shown it before they looked; null or left out: whatever was written since. */
    version?: string | null | undefined;
}

/** What resolving needs to know beside the conversation. */
export interface ResolveParts {
    journal: Journal;
    goTallo: Pick<GoTallo, 'nativeChannels' | 'reads'>;
    now(): Date;
}

/**
 * Writes down what a person saw on the channel: where it is not known, and, to correct what was said before, where
 * GoTallo cannot be asked. Said again, it changes nothing, though saying it the first time raised the version.
 * @returns what is stored now
 * @throws Failure `native-block-not-supported`, `native-block-known` when GoTallo itself tells otherwise,
 *   `native-block-changed` when it was written since they looked; `conversation-busy` while a change is under way or, with
 *   a time to come again, while Block User may still take effect; `store-unavailable`
 */
export async function resolveNativeBlock(
    { journal, goTallo, now }: ResolveParts,
    id: ConversationId,
    { status, version }: NativeBlockWord,
    by: AgentName,
    observations: Observations
): Promise<ConversationRecord> {
    const said: NativeBlock = { status, reason: null, at: now() };
    return journal.recordFindings(id, (record) => {
        const snapshot = { ...observations, record };
        const known = knownNativeBlock(snapshot, knownChannel(snapshot, goTallo.nativeChannels).isNative);
        if (known === null) throw new Failure('native-block-not-supported');
        ensureNothingUnderWay(record);
        const before = known.status === 'refused' ? 'not-blocked' : known.status;
        if (before === status) return null;
        if (before !== 'unconfirmed' && goTallo.reads === 'state-and-native-block') {
            throw new Failure('native-block-known');
        }
        if (version != null && version !== nativeBlockVersion(record)) throw new Failure('native-block-changed');
        return { nativeBlock: said, resolvedBy: { by, status } };
    });
}

/** What is on its way may change what the channel shows right after somebody looked. */
function ensureNothingUnderWay({ unfinished, nativeInFlightMs }: ConversationRecord): void {
    if (unfinished?.isLeased) throw new Failure('conversation-busy');
    if (nativeInFlightMs === 0) return;
    throw new Failure('conversation-busy', { retryAfterSeconds: Math.ceil(nativeInFlightMs / 1000) });
}
