import type { AgentName } from '#contract';
import { Failure } from '../failure.ts';
import { channelFacts } from './channel-facts.ts';
import type { Evidence } from './changes.ts';
import type { ConversationId } from './conversation-id.ts';
import type { Journal } from './journal.ts';
import { platformStanding } from './platform-standing.ts';
import type { PlatformWish } from './platform-step.ts';
import type { GoTallo } from './ports.ts';
import type { ConversationRecord, PlatformBlock } from './records.ts';

/** What settling needs to know beside the conversation. */
export interface SettlementParts {
    journal: Journal;
    goTallo: Pick<GoTallo, 'nativeChannels' | 'reads'>;
    now(): Date;
}

/**
 * Writes down what a person saw on the platform: where it is not known, and, to correct what was said before, where
 * GoTallo cannot be asked. Said again, it changes nothing.
 * @returns what is stored of the channel's own block from now on
 * @throws Failure `platform-block-not-supported`, `platform-block-settled` when GoTallo itself tells otherwise,
 *   `conversation-busy` while a change is under way or, with a time to come again, while Block User may still take
 *   effect; `store-unavailable`
 */
export async function settlePlatformBlock(
    { journal, goTallo, now }: SettlementParts,
    id: ConversationId,
    status: PlatformWish,
    by: AgentName,
    evidence: Evidence
): Promise<PlatformBlock> {
    const said: PlatformBlock = { status, reason: null, at: now() };
    let known: PlatformBlock = said;
    await journal.note(id, (record) => {
        const facts = { ...evidence, record };
        const standing = platformStanding(facts, channelFacts(facts, goTallo.nativeChannels).isNative);
        if (standing === null) throw new Failure('platform-block-not-supported');
        ensureNothingUnderWay(record);
        const before = standing.status === 'refused' ? 'not-blocked' : standing.status;
        if (before !== status && before !== 'unconfirmed' && goTallo.reads === 'state-and-platform') {
            throw new Failure('platform-block-settled');
        }
        known = before === status ? standing : said;
        return before === status ? null : { platform: said, settledBy: { by, status } };
    });
    return known;
}

/** What is on its way may change what the channel shows right after somebody looked. */
function ensureNothingUnderWay({ unfinished, platformInFlightMs }: ConversationRecord): void {
    if (unfinished?.isHeld) throw new Failure('conversation-busy');
    if (platformInFlightMs === 0) return;
    throw new Failure('conversation-busy', { retryAfterSeconds: Math.ceil(platformInFlightMs / 1000) });
}
