import type { Findings } from './journal.ts';
import { knownState, type Facts } from './known-state.ts';
import { afterEndElsewhere, platformRead, platformStanding } from './platform-standing.ts';
import type { MessageNotice } from './ports.ts';
import type { ConfirmedState, ConversationRecord, PlatformBlock, SeenState } from './records.ts';
import { blockStanding } from './shown-block.ts';

/** Clocks and deliveries are not exact: a message counts as written after a block only by this much. */
const WROTE_SINCE_MS = 10_000;

/** What is looked at beside the facts. */
export interface SightingOptions {
    /** Whether the channel's own block is used here. */
    isNative: boolean;
    /** How long something that was sent and not answered may still be carried out. */
    lateMs: number;
}

/** What the newest evidence shows that the store does not know yet; null when nothing. */
export function findingsOf(facts: Facts, options: SightingOptions): Findings | null {
    const { record, reading } = facts;
    if (record.unfinished !== null) return null;
    const standing = platformStanding(facts, options.isNative);
    const read = reading && standing && platformRead(standing, reading, options.lateMs);
    const blockEndedBy = endElsewhere(facts);
    const ended = blockEndedBy && afterEndElsewhere(standing, blockEndedBy.at);
    const byOthers = standing?.reason === 'changed-elsewhere' && standing !== record.platform ? standing : null;
    const platform = read ?? ended ?? byOthers;
    if (platform === null && blockEndedBy === null) return null;
    return { platform, blockEndedBy, settledBy: read && settledByReading(read) };
}

/** What a webhook tells. */
export function findingsOfMessage(
    record: ConversationRecord,
    notice: MessageNotice,
    options: SightingOptions
): Findings {
    const { state, channel, customerName, isInbound, writtenAt } = notice;
    const seenState: SeenState | null = state && { state, at: notice.modifiedAt, source: 'webhook' };
    const facts = { record: withSeen(record, seenState), message: null, reading: null };
    const found = findingsOf(facts, options);
    return {
        seenState,
        contact: { channel, customerName, lastInboundAt: isInbound ? writtenAt : null },
        blockEndedBy: found?.blockEndedBy ?? null,
        platform: found?.platform ?? wroteSince(record, notice)
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
function wroteSince({ platform, unfinished }: ConversationRecord, notice: MessageNotice): PlatformBlock | null {
    if (platform?.status !== 'blocked' || unfinished?.isHeld || !notice.isInbound) return null;
    const late = notice.writtenAt.getTime() - platform.at.getTime();
    return late > WROTE_SINCE_MS ? { status: 'unconfirmed', reason: 'wrote-since', at: notice.writtenAt } : null;
}

function settledByReading({ status }: PlatformBlock): NonNullable<Findings['settledBy']> {
    return { by: null, status: status === 'blocked' ? 'blocked' : 'not-blocked' };
}
