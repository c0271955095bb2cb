import type { Findings } from './journal.ts';
import { CLOCKS_DIFFER_MS, knownState, newestObservation, type Facts } from './known-state.ts';
import { afterEndElsewhere, nativeBlockRead, knownNativeBlock } from './known-native-block.ts';
import type { MessageNotice, Reading } from './ports.ts';
import type { ConfirmedState, ConversationRecord, NativeBlock, SeenState, Unfinished } from './records.ts';
import { blockStanding } from './shown-block.ts';

/** What is looked at beside the facts. */
export interface SightingOptions {
    /** Whether the native block is used here. */
    isNative: boolean;
    /** How long something that was sent and not answered may still be carried out. */
    lateMs: number;
}

/**
 * What others than agents of this proxy are known to have done, and the store does not know yet; null when nothing. Only
 * what counts for everybody is looked at: what one agent sees in Salesforce is theirs alone.
 */
export function findingsOf({ record, reading }: Omit<Facts, 'message'>, options: SightingOptions): Findings | null {
    const { unfinished } = record;
    if (unfinished !== null) return unfinished.isHeld ? null : replacedTarget(record, unfinished, reading);
    const facts = { record, reading, message: null };
    const standing = knownNativeBlock(facts, options.isNative);
    const read = reading && standing && nativeBlockRead(standing, reading, options.lateMs);
    const blockEndedBy = endElsewhere(facts);
    const ended = blockEndedBy && afterEndElsewhere(standing, blockEndedBy.at);
    const byOthers = standing?.reason === 'changed-elsewhere' && standing !== record.nativeBlock ? standing : null;
    const nativeBlock = read ?? ended ?? byOthers;
    if (nativeBlock === null && blockEndedBy === null) return null;
    // Once it has counted, it is kept: nobody may be able to read it again.
    const seenState = blockEndedBy && newestObservation(record, reading);
    return { nativeBlock, blockEndedBy, seenState, settledBy: read && settledByReading(read) };
}

/**
 * What others did after GoTallo had confirmed our target, while something of ours may still undo it: that becomes the
 * target. What our own late sending may have done does not.
 */
function replacedTarget(record: ConversationRecord, unfinished: Unfinished, reading: Reading | null): Findings | null {
    const { confirmedState, openBlock, inFlight } = record;
    const seen = newestObservation(record, reading);
    if (unfinished.outcome !== 'confirmed' || seen === null || confirmedState === null) return null;
    const { state, at, source } = seen;
    const isLater = at.getTime() - confirmedState.at.getTime() > (source === 'gotallo' ? 0 : CLOCKS_DIFFER_MS);
    const isByOthers = inFlight?.state != null && inFlight.state !== state && unfinished.command.state !== state;
    if (!isLater || !isByOthers || state === 'EXPIRED') return null;
    return { target: state, seenState: seen, blockEndedBy: openBlock && state !== 'BLOCKED' ? { state, at } : null };
}

/** What a webhook tells. */
export function findingsOfMessage(
    record: ConversationRecord,
    notice: MessageNotice,
    options: SightingOptions
): Findings {
    const { state, channel, customerName, isInbound, writtenAt } = notice;
    const seenState: SeenState | null = state && { state, at: notice.modifiedAt, source: 'webhook' };
    const found = findingsOf({ record: withSeen(record, seenState), reading: null }, options);
    return {
        seenState,
        target: found?.target ?? null,
        contact: { channel, customerName, lastInboundAt: isInbound ? writtenAt : null },
        blockEndedBy: found?.blockEndedBy ?? null,
        nativeBlock: found?.nativeBlock ?? wroteSince(record, notice)
    };
}

/** What is known once a state was seen that may be newer than the one seen before. */
export function withSeen(record: ConversationRecord, seenState: SeenState | null): ConversationRecord {
    const isNews = seenState !== null && (record.seenState === null || seenState.at > record.seenState.at);
    return isNews ? { ...record, seenState } : record;
}

/** A block ends elsewhere when newer evidence says another state; the state it names is told. */
function endElsewhere(facts: Facts): ConfirmedState | null {
    const { state, at } = knownState(facts);
    if (facts.record.openBlock === null || state === null || at === null) return null;
    return blockStanding(facts) === 'none' ? { state, at } : null;
}

/** Whom the channel blocks cannot write, so somebody who wrote is not blocked there, or not anymore. */
function wroteSince({ nativeBlock, unfinished }: ConversationRecord, notice: MessageNotice): NativeBlock | null {
    if (nativeBlock?.status !== 'blocked' || unfinished?.isHeld || !notice.isInbound) return null;
    const late = notice.writtenAt.getTime() - nativeBlock.at.getTime();
    return late > CLOCKS_DIFFER_MS ? { status: 'unconfirmed', reason: 'wrote-since', at: notice.writtenAt } : null;
}

function settledByReading({ status }: NativeBlock): NonNullable<Findings['settledBy']> {
    return { by: null, status: status === 'blocked' ? 'blocked' : 'not-blocked' };
}
