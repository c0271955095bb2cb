import type { AgentName, ConversationState } from '#contract';
import type { WebhookObservation, ReadObservation } from '../ports.ts';
import { blockStatus } from './block-status.ts';
import { afterEndElsewhere, nativeBlockRead, knownNativeBlock } from './known-native-block.ts';
import { CLOCKS_DIFFER_MS, knownState, newestObservation, type Snapshot } from './known-state.ts';
import type { ConfirmedState, Contact, ConversationRecord, NativeBlock, ObservedState, Unfinished } from './records.ts';
import { isFinal } from './states.ts';

/** What was found out about a conversation outside of any operation; null and absent leave things as they are. */
export interface Findings {
    observedState?: ObservedState | null;
    /** What others did while something of ours may still undo it: that is what the conversation is brought to. */
    target?: ConversationState | null;
    /** Null members leave what is stored as it is. */
    contact?: Contact | null;
    nativeBlock?: NativeBlock | null;
    /** The open block was seen to have been ended elsewhere, by this state: it ends, and the history says so. */
    blockEndedBy?: ConfirmedState | null;
    /** Puts the finding on the native block into the history; `by` null: read from GoTallo. */
    resolvedBy?: { by: AgentName | null; status: 'blocked' | 'not-blocked' } | null;
}

/**
 * What others than agents of this proxy are known to have done, and the store does not know yet; null when nothing. Only
 * what counts for everybody is looked at: what one agent sees in Salesforce is theirs alone.
 * @param isNative whether the native block is used here
 */
export function findingsOf({ record, read }: Omit<Snapshot, 'message'>, isNative: boolean): Findings | null {
    const { unfinished } = record;
    if (unfinished !== null) return unfinished.isLeased ? null : replacedTarget(record, unfinished, read);
    const snapshot = { record, read, message: null };
    const known = knownNativeBlock(snapshot, isNative);
    const proven = read && known && nativeBlockRead(known, read);
    const blockEndedBy = endElsewhere(snapshot);
    const ended = blockEndedBy && afterEndElsewhere(known, blockEndedBy.at);
    const byOthers = known?.reason === 'changed-elsewhere' && known !== record.nativeBlock ? known : null;
    const nativeBlock = proven ?? ended ?? byOthers;
    if (nativeBlock === null && blockEndedBy === null) return null;
    // Once it has counted, it is kept: nobody may be able to read it again.
    const observedState = blockEndedBy && newestObservation(record, read);
    return { nativeBlock, blockEndedBy, observedState, resolvedBy: proven && resolvedByRead(proven) };
}

/**
 * What others did after GoTallo had confirmed our target, while something of ours may still undo it: that becomes the
 * target. What our own late sending may have done does not.
 */
function replacedTarget(
    record: ConversationRecord,
    unfinished: Unfinished,
    read: ReadObservation | null
): Findings | null {
    const { confirmedState, openBlock, inFlight } = record;
    const seen = newestObservation(record, read);
    if (unfinished.outcome !== 'confirmed' || seen === null || confirmedState === null) return null;
    const { state, at, source } = seen;
    const isLater = at.getTime() - confirmedState.at.getTime() > (source === 'gotallo' ? 0 : CLOCKS_DIFFER_MS);
    const isByOthers = inFlight?.state != null && inFlight.state !== state && unfinished.command.state !== state;
    if (!isLater || !isByOthers || isFinal(state)) return null;
    return {
        target: state,
        observedState: seen,
        blockEndedBy: openBlock && state !== 'BLOCKED' ? { state, at } : null
    };
}

/**
 * What a webhook tells.
 * @param isNative whether the native block is used here
 */
export function findingsOfMessage(record: ConversationRecord, notice: WebhookObservation, isNative: boolean): Findings {
    const { state, channel, customerName, isInbound, writtenAt } = notice;
    const observedState: ObservedState | null = state && { state, at: notice.modifiedAt, source: 'webhook' };
    const found = findingsOf({ record: withObserved(record, observedState), read: null }, isNative);
    return {
        observedState,
        target: found?.target ?? null,
        contact: { channel, customerName, lastInboundAt: isInbound ? writtenAt : null },
        blockEndedBy: found?.blockEndedBy ?? null,
        nativeBlock: found?.nativeBlock ?? wroteSince(record, notice)
    };
}

/** What is known once a state was seen that may be newer than the one seen before. */
function withObserved(record: ConversationRecord, observedState: ObservedState | null): ConversationRecord {
    const isNews =
        observedState !== null && (record.observedState === null || observedState.at > record.observedState.at);
    return isNews ? { ...record, observedState } : record;
}

/** A block ends elsewhere when a newer observation says another state; the state it names is told. */
function endElsewhere(snapshot: Snapshot): ConfirmedState | null {
    const { state, at } = knownState(snapshot);
    if (snapshot.record.openBlock === null || state === null || at === null) return null;
    return blockStatus(snapshot) === 'none' ? { state, at } : null;
}

/** Whom the channel blocks cannot write, so somebody who wrote is not blocked there, or not anymore. */
function wroteSince({ nativeBlock, unfinished }: ConversationRecord, notice: WebhookObservation): NativeBlock | null {
    if (nativeBlock?.status !== 'blocked' || unfinished?.isLeased || !notice.isInbound) return null;
    const late = notice.writtenAt.getTime() - nativeBlock.at.getTime();
    return late > CLOCKS_DIFFER_MS ? { status: 'unconfirmed', reason: 'wrote-since', at: notice.writtenAt } : null;
}

function resolvedByRead({ status }: NativeBlock): NonNullable<Findings['resolvedBy']> {
    return { by: null, status: status === 'blocked' ? 'blocked' : 'not-blocked' };
}
