import { sql, type Kysely } from 'kysely';
import type { Findings } from '../conversations/knowledge/findings.ts';
import type { MessageKey } from '../conversations/knowledge/record-store.ts';
import type { Contact, ConversationRecord, NativeBlock, ObservedState } from '../conversations/knowledge/records.ts';
import { fromNow, notInFuture } from './queries/clock.ts';
import {
    isConversation,
    nativeBlockColumns,
    type ConversationColumns,
    type ConversationKey
} from './queries/conversation.ts';
import { endOpenBlock } from './queries/end-block.ts';
import { insertFinding } from './queries/history.ts';
import { lockRecord, readRecord } from './queries/record.ts';
import { takeMessage } from './queries/webhook-message.ts';
import type { Schema } from './schema.ts';

/** What is to be recorded, and when. */
export interface Recording {
    /** What is found, by what is stored; null: nothing. */
    find: (record: ConversationRecord) => Findings | null;
    /** The message that told; when it was taken before, nothing is recorded. */
    once: MessageKey | undefined;
    now: () => Date;
}

/**
 * Records what is found, within a transaction.
 * @returns what is stored now
 */
export async function recordFindings(
    trx: Kysely<Schema>,
    key: ConversationKey,
    { find, once, now }: Recording
): Promise<ConversationRecord> {
    const isKnown = once !== undefined && !(await takeMessage(trx, key.tenant, once));
    if (isKnown) return readRecord(trx, key);
    const record = await lockRecord(trx, key);
    const findings = find(record);
    if (findings === null) return record;
    await writeFindings(trx, key, findings, { record, at: now() });
    return readRecord(trx, key);
}

async function writeFindings(
    trx: Kysely<Schema>,
    key: ConversationKey,
    findings: Findings,
    { record, at }: { record: ConversationRecord; at: Date }
): Promise<void> {
    const { observedState, target, contact, nativeBlock, blockEndedBy, resolvedBy } = findings;
    const columns = {
        ...observedColumns(observedState ?? null, record),
        ...(target != null && { target_state: target, target_operation: null }),
        ...contactColumns(contact ?? null, record),
        ...nativeBlockFound(nativeBlock ?? null)
    };
    const endsBlock = blockEndedBy != null && record.openBlock !== null;
    if (Object.keys(columns).length > 0 || endsBlock) {
        // Also where none of its columns changes: what belongs to it does, so that it is another version from now on.
        const written = { channel: sql.ref<string | null>('conversation.channel'), ...columns };
        await trx.updateTable('conversation').set(written).where(isConversation(key)).execute();
    }
    if (endsBlock) {
        await endOpenBlock(trx, key, { at, how: 'elsewhere' });
        await insertFinding(trx, key, { kind: 'unblock', target: blockEndedBy.state, by: null, at, nativeBlock: null });
    }
    if (resolvedBy != null) {
        const { by, status } = resolvedBy;
        await insertFinding(trx, key, { kind: 'native-block', target: status, by, at, nativeBlock: status });
    }
}

function observedColumns(seen: ObservedState | null, { observedState }: ConversationRecord): ConversationColumns {
    if (seen === null || (observedState !== null && seen.at <= observedState.at)) return {};
    return {
        observed_state: seen.state,
        observed_at: seen.at,
        observed_source: seen.source,
        // From the future it would outrank whatever comes: the clock was put back since.
        state_at: notInFuture('state_at')
    };
}

/** Whatever was in flight up to now, this is what is known after it. */
function nativeBlockFound(nativeBlock: NativeBlock | null): ConversationColumns {
    return nativeBlock === null ? {} : { ...nativeBlockColumns(nativeBlock), native_in_flight_until: null };
}

function contactColumns(contact: Contact | null, { contact: stored }: ConversationRecord): ConversationColumns {
    if (contact === null) return {};
    const { channel, customerName, lastInboundAt } = contact;
    const isLater = lastInboundAt !== null && (stored.lastInboundAt === null || lastInboundAt > stored.lastInboundAt);
    return {
        webhook_at: fromNow(0),
        ...(channel !== null && { channel }),
        ...(customerName !== null && { customer_name: customerName }),
        ...(isLater && { last_inbound_at: lastInboundAt })
    };
}
