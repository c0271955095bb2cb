import type { AgentName } from '#contract';
import { Failure } from '../failure.ts';
import { channelFacts } from './channel-facts.ts';
import type { Evidence } from './changes.ts';
import type { ConversationId } from './conversation-id.ts';
import type { Journal } from './journal.ts';
import { lateLeftMs, platformStanding } from './platform-standing.ts';
import type { PlatformWish } from './platform-step.ts';
import type { ConversationRecord, PlatformBlock } from './records.ts';

/** What settling needs to know beside the conversation. */
export interface SettlementParts {
    journal: Journal;
    nativeChannels: ReadonlySet<string>;
    /** How long a call without an answer may still be carried out. */
    lateMs: number;
}

/**
 * Writes down what a person saw on the platform, where it is not known. Said again, it changes nothing.
 * @returns what is stored of the channel's own block from now on
 * @throws Failure `platform-block-not-supported`, `platform-block-settled` when something else is known already,
 *   `conversation-busy` while a change is under way or, with a time to come again, while Block User may still be carried
 *   out; `store-unavailable`
 */
export async function settlePlatformBlock(
    { journal, nativeChannels, lateMs }: SettlementParts,
    id: ConversationId,
    status: PlatformWish,
    by: AgentName,
    evidence: Evidence
): Promise<PlatformBlock> {
    let known: PlatformBlock | null = null;
    await journal.note(id, (record) => {
        const facts = { ...evidence, record };
        const standing = platformStanding(facts, channelFacts(facts, nativeChannels).isNative);
        const settled = settlement(standing, record, status, lateMs);
        known = settled ?? standing;
        return settled && { platform: settled, settledBy: { by, status } };
    });
    return known ?? { status, reason: null, at: new Date() };
}

/** @returns what is to be stored; null when it is known already */
function settlement(
    standing: PlatformBlock | null,
    { unfinished }: ConversationRecord,
    status: PlatformWish,
    lateMs: number
): PlatformBlock | null {
    if (standing === null) throw new Failure('platform-block-not-supported');
    if (unfinished?.isHeld) throw new Failure('conversation-busy');
    const known = standing.status === 'refused' ? 'not-blocked' : standing.status;
    if (known === status) return null;
    if (known !== 'unconfirmed') throw new Failure('platform-block-settled');
    const now = new Date();
    const late = lateLeftMs(standing, now, lateMs);
    if (late > 0) throw new Failure('conversation-busy', { retryAfterSeconds: Math.ceil(late / 1000) });
    return { status, reason: null, at: now };
}
