import type { AgentName } from '#contract';
import { Failure } from '../failure.ts';
import { channelFacts } from './channel-facts.ts';
import type { Evidence } from './changes.ts';
import type { ConversationId } from './conversation-id.ts';
import type { Findings, Journal } from './journal.ts';
import type { Facts } from './known-state.ts';
import { platformStanding } from './platform-standing.ts';
import type { PlatformWish } from './platform-step.ts';

/** What settling needs to know beside the conversation. */
export interface SettlementParts {
    journal: Journal;
    nativeChannels: ReadonlySet<string>;
}

/**
 * Writes down what a person saw on the platform, where it is not known. Said again, it changes nothing.
 * @throws Failure `platform-block-not-supported`, `platform-block-settled` when something else is known already,
 *   `conversation-busy` while a change is under way, `store-unavailable`
 */
export async function settlePlatformBlock(
    { journal, nativeChannels }: SettlementParts,
    id: ConversationId,
    status: PlatformWish,
    by: AgentName,
    evidence: Evidence
): Promise<void> {
    await journal.note(id, (record) => {
        const facts = { ...evidence, record };
        return settlement(facts, channelFacts(facts, nativeChannels).isNative, status, by);
    });
}

function settlement(facts: Facts, isNative: boolean, status: PlatformWish, by: AgentName): Findings | null {
    const standing = platformStanding(facts, isNative);
    if (standing === null) throw new Failure('platform-block-not-supported');
    if (facts.record.unfinished?.isHeld) throw new Failure('conversation-busy');
    const known = standing.status === 'refused' ? 'not-blocked' : standing.status;
    if (known === status) return null;
    if (known !== 'unconfirmed') throw new Failure('platform-block-settled');
    return { platform: { status, reason: null, at: new Date() }, settledBy: { by, status } };
}
