import type { Kysely, Updateable } from 'kysely';
import type { Findings } from '../conversations/journal.ts';
import type { Contact, ConversationRecord, SeenState } from '../conversations/records.ts';
import { endOpenBlock } from './queries/block.ts';
import { isConversation, platformColumns, type ConversationKey } from './queries/conversation.ts';
import { insertFinding } from './queries/history.ts';
import type { ConversationTable, Schema } from './schema.ts';

/**
 * Writes findings down, within a transaction that has locked the conversation.
 * @param record what is stored
 * @param at now
 */
export async function noteFindings(
    trx: Kysely<Schema>,
    key: ConversationKey,
    findings: Findings,
    { record, at }: { record: ConversationRecord; at: Date }
): Promise<void> {
    const { seenState, contact, platform, blockEndedBy, settledBy } = findings;
    const columns = {
        ...seenColumns(seenState ?? null, record),
        ...contactColumns(contact ?? null, record),
        ...platformColumns(platform ?? null)
    };
    if (Object.keys(columns).length > 0) {
        await trx.updateTable('conversation').set(columns).where(isConversation(key)).execute();
    }
    if (blockEndedBy != null && record.openBlock !== null) {
        await endOpenBlock(trx, key, at);
        await insertFinding(trx, key, { kind: 'unblock', wish: blockEndedBy.state, by: null, at, platform: null });
    }
    if (settledBy != null) {
        const { by, status } = settledBy;
        await insertFinding(trx, key, { kind: 'platform-block', wish: status, by, at, platform: status });
    }
}

type Columns = Updateable<ConversationTable>;

function seenColumns(seen: SeenState | null, { seenState }: ConversationRecord): Columns {
    if (seen === null || (seenState !== null && seen.at <= seenState.at)) return {};
    return { seen_state: seen.state, seen_at: seen.at, seen_source: seen.source };
}

function contactColumns(contact: Contact | null, { contact: stored }: ConversationRecord): Columns {
    if (contact === null) return {};
    const { channel, customerName, lastInboundAt } = contact;
    const isLater = lastInboundAt !== null && (stored.lastInboundAt === null || lastInboundAt > stored.lastInboundAt);
    return {
        ...(channel !== null && { channel }),
        ...(customerName !== null && { customer_name: customerName }),
        ...(isLater && { last_inbound_at: lastInboundAt })
    };
}
