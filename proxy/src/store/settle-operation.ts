import { sql, type Kysely } from 'kysely';
import type { Ending } from '../conversations/journal.ts';
import type { ConversationRecord, Doubt, Operation } from '../conversations/records.ts';
import { Failure } from '../failure.ts';
import { lateUntil } from './accept-wish.ts';
import { confirmBlock, endOpenBlock, endRefusedBlock, reopenEndedBy } from './queries/block.ts';
import { fromNow } from './queries/clock.ts';
import {
    isConversation,
    platformColumns,
    undoColumns,
    withLocked,
    type ConversationKey
} from './queries/conversation.ts';
import { isOurs, reviveSuperseded } from './queries/operation.ts';
import { readRecord } from './queries/record.ts';
import type { Schema } from './schema.ts';

/**
 * Writes down how a try ended, within a transaction.
 * @param at now
 * @throws Failure `result-not-stored` when the operation is not ours anymore
 */
export async function settleOperation(
    trx: Kysely<Schema>,
    key: ConversationKey,
    operation: Operation,
    { ending, at }: { ending: Ending; at: Date }
): Promise<ConversationRecord> {
    const settled = await withLocked(trx, key)
        .with('ours', (qb) =>
            qb
                .updateTable('operation')
                .from('locked')
                .set(operationColumns(ending, at))
                .where(isOurs(key, operation))
                .returning('operation.id')
        )
        .updateTable('conversation')
        .from('ours')
        .set({
            ...confirmedColumns(operation, ending),
            ...doubtColumns(ending),
            ...platformColumns(ending.platform),
            ...undoColumns(operation, ending, at),
            late_until: lateUntil(ending.lateMs)
        })
        .where(isConversation(key))
        .returning('ours.id')
        .executeTakeFirst();
    if (settled === undefined) throw new Failure('result-not-stored');
    await settleBlock(trx, key, operation, { ending, at });
    return readRecord(trx, key);
}

function operationColumns({ outcome, failure, platform, againMs }: Ending, at: Date) {
    const after =
        // What GoTallo said no to has reached its end.
        againMs === null || outcome === 'failed' ? { ended_at: at } : { lease_until: fromNow(againMs) };
    return {
        outcome,
        failure,
        holder: null,
        ...after,
        ...(platform !== null && { platform_outcome: platform.status })
    };
}

/** What GoTallo confirmed last is newer than what it confirmed before, whatever the clocks say. */
function confirmedColumns({ wish }: Operation, { outcome, at }: Ending) {
    if (outcome !== 'confirmed') return {};
    const next = sql`interval '1 millisecond'`;
    return {
        state: wish.state,
        state_at: sql<Date>`greatest(${at}::timestamptz, conversation.state_at + ${next})`
    };
}

/** A doubt that remains is never put back before the one that is there: a clock may have gone back since. */
function doubtColumns({ outcome, doubt }: Ending) {
    const doubtAt = (told: Doubt) =>
        outcome === 'unknown' ? sql<Date>`greatest(${told.at}::timestamptz, conversation.doubt_at)` : told.at;
    return { doubt_kind: doubt?.kind ?? null, doubt_at: doubt === null ? null : doubtAt(doubt) };
}

async function settleBlock(
    trx: Kysely<Schema>,
    key: ConversationKey,
    operation: Operation,
    { ending: { outcome }, at }: { ending: Ending; at: Date }
): Promise<void> {
    const { kind } = operation.wish;
    if (outcome === 'failed') {
        await endRefusedBlock(trx, key, operation, at);
        await reopenEndedBy(trx, key, operation);
        await reviveSuperseded(trx, key.tenant, operation);
    }
    if (outcome !== 'confirmed') return;
    if (kind === 'block') await confirmBlock(trx, key, operation);
    if (kind === 'unblock') await endOpenBlock(trx, key, at);
}
