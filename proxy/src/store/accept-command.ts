import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { AgentName } from '#contract';
import type { ConversationRecord } from '../conversations/knowledge/records.ts';
import type { AcceptedOperation, AcceptResult } from '../conversations/protocol/journal.ts';
import type { Acceptance, Decline } from '../conversations/rules/decision.ts';
import { Failure } from '../lib/failure.ts';
import type { Database } from './database.ts';
import { blockRow } from './queries/block.ts';
import { fromNow } from './queries/clock.ts';
import {
    isConversation,
    nativeBlockColumns,
    NOTHING_IN_FLIGHT,
    NOTHING_TO_UNDO,
    type ConversationKey
} from './queries/conversation.ts';
import { endOpenBlock, reopenBlock } from './queries/end-block.ts';
import { operationRow, supersede } from './queries/operation.ts';
import { lockRecord } from './queries/record.ts';
import { acceptanceRow, isQuick } from './quick/acceptance.ts';
import type { QuickWay } from './quick/quick-way.ts';
import type { Schema } from './schema.ts';
import { DatabaseError } from './store-failure.ts';
import { inTransaction } from './transaction.ts';

/** Who asks, when, for how long the operation is theirs, what decides, and what was read a moment ago. */
export interface Asking {
    /** Null: the end of a timed block. */
    by: AgentName | null;
    now: () => Date;
    leaseMs: number;
    judge: (record: ConversationRecord) => Acceptance | Decline;
    known: ConversationRecord | undefined;
}

/**
 * Accepts a command, or leaves nothing behind.
 * @throws Failure `result-not-stored` when the commit got no answer, so that nobody knows whether it was accepted; what
 *   the database throws when it was not
 */
export async function acceptCommand(
    { db, quick }: Database,
    key: ConversationKey,
    asking: Asking
): Promise<AcceptResult> {
    const { known } = asking;
    const accepted = known === undefined ? null : await acceptQuickly(quick, key, { ...asking, known });
    if (accepted !== null) return accepted;
    let isWritten = false;
    const accept = async (trx: Kysely<Schema>): Promise<AcceptResult> => {
        const result = await acceptIn(trx, key, asking);
        isWritten = result.kind === 'accepted';
        return result;
    };
    try {
        return await inTransaction(db, accept, ({ kind }) => kind === 'accepted');
    } catch (error) {
        throw isWritten ? new Failure('result-not-stored', { cause: new DatabaseError(error) }) : error;
    }
}

/**
 * In one statement, which writes only if what was read a moment ago is still what is stored.
 * @returns null when nothing was written. A decline is always by what is stored now.
 */
async function acceptQuickly(
    quick: QuickWay,
    key: ConversationKey,
    { by, known: record, judge, leaseMs, now }: Asking & { known: ConversationRecord }
): Promise<AcceptResult | null> {
    const leasedAt = performance.now();
    const acceptance = judge(record);
    if ('decline' in acceptance || !isQuick({ acceptance, record })) return null;
    const operation = newOperation(key, acceptance, { record, at: now(), leasedAt });
    const isAccepted = await quick.accept(acceptanceRow(key, operation, { acceptance, record, by, leaseMs }));
    return isAccepted ? { kind: 'accepted', operation, record } : null;
}

async function acceptIn(trx: Kysely<Schema>, key: ConversationKey, asking: Asking): Promise<AcceptResult> {
    const leasedAt = performance.now();
    const record = await lockRecord(trx, key);
    // Not before: waiting for the lock takes as long as others hold it.
    const at = asking.now();
    const { unfinished } = record;
    if (unfinished?.isLeased === true) return { kind: 'busy', unfinished, record };
    const acceptance = asking.judge(record);
    if ('decline' in acceptance) return { kind: 'declined', because: acceptance.decline, record };
    if (unfinished?.id != null) await supersede(trx, key.tenant, unfinished.id, at);
    const operation = newOperation(key, acceptance, { record, at, leasedAt });
    const { endsOpenBlock: how } = acceptance;
    if (how !== null && record.openBlock !== null) await endOpenBlock(trx, key, { at, how, by: operation.id });
    await insertOperation(trx, key, operation, { ...asking, acceptance, record });
    return { kind: 'accepted', operation, record };
}

function newOperation(
    key: ConversationKey,
    { command, mayBeUndone }: Acceptance,
    { record, at, leasedAt }: { record: ConversationRecord; at: Date; leasedAt: number }
): AcceptedOperation {
    return {
        id: randomUUID(),
        conversationId: key.conversation_id,
        command,
        lease: randomUUID(),
        leasedAt,
        acceptedAt: at,
        tries: 0,
        outcome: 'pending',
        recoveryPoint: 'accepted',
        mayBeUndone,
        blockBefore: command.kind === 'block' && record.openBlock?.confirmed ? record.openBlock.terms : null
    };
}

/** Writes the operation, the block that it opens, and what follows for the conversation. */
async function insertOperation(
    trx: Kysely<Schema>,
    key: ConversationKey,
    operation: AcceptedOperation,
    { by, leaseMs, acceptance, record }: Asking & { acceptance: Acceptance; record: ConversationRecord }
): Promise<void> {
    const { id, command, lease } = operation;
    if (command.kind === 'block' && by !== null) await openBlock(trx, key, operation, { by, record });
    await trx
        .with('inserted', (qb) => qb.insertInto('operation').values(operationRow(key, operation, by)))
        .updateTable('conversation')
        .set({
            target_state: command.state,
            target_operation: id,
            in_doubt: acceptance.isDoubtful,
            lease_id: lease,
            due_at: fromNow(leaseMs),
            tries: 0,
            ...(record.unfinished === null && record.inFlight?.isOver && NOTHING_IN_FLIGHT),
            ...nativeBlockColumns(acceptance.nativeBlock),
            ...NOTHING_TO_UNDO
        })
        .where(isConversation(key))
        .execute();
}

async function openBlock(
    trx: Kysely<Schema>,
    key: ConversationKey,
    operation: AcceptedOperation,
    { by, record }: { by: AgentName; record: ConversationRecord }
): Promise<void> {
    const blockId = operation.command.undoes === undefined ? null : (record.undoable?.blockId ?? null);
    if (blockId !== null && record.openBlock === null) {
        await reopenBlock(trx, key, { blockId, operation });
        return;
    }
    await trx
        .insertInto('block')
        .values(blockRow(key, operation, by))
        .onConflict((conflict) =>
            conflict.columns(['tenant', 'conversation_id']).where('ended_at', 'is', null).doNothing()
        )
        .execute();
}
