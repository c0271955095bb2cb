import { sql, type Kysely, type UpdateObject } from 'kysely';
import type { ConversationRecord, Operation } from '../conversations/knowledge/records.ts';
import type { ConfirmedEnding, Ending, FailedEnding, UnknownEnding } from '../conversations/protocol/ending.ts';
import { Failure } from '../lib/failure.ts';
import type { Database } from './database.ts';
import { endNativeCall } from './native-call.ts';
import { confirmBlock } from './queries/block.ts';
import { fromNow, notInFuture } from './queries/clock.ts';
import {
    AT_REST,
    inFlightColumns,
    isOurs,
    nativeBlockColumns,
    NEXT_STATE_AT,
    undoColumns,
    undoneColumns,
    type ConversationColumns,
    type ConversationKey
} from './queries/conversation.ts';
import { endOfOperation, endOpenBlock, endRefusedBlock, reopenEndedBy } from './queries/end-block.ts';
import { readRecord } from './queries/record.ts';
import { confirmationRow, isUsual } from './quick/confirmation.ts';
import type { Schema } from './schema.ts';
import { inTransaction } from './transaction.ts';

/** How a try ended, and that it is now. */
interface Completion {
    ending: Ending;
    at: Date;
}

/**
 * Writes down how a try ended: that a new block was confirmed in one statement, where nothing stands in its way.
 * @returns what is stored now
 * @throws Failure `result-not-stored` when the conversation is not ours anymore, or the commit got no answer
 */
export async function completeOperation(
    { db, quick }: Database,
    key: ConversationKey,
    operation: Operation,
    { ending, at }: Completion
): Promise<ConversationRecord> {
    if (ending.outcome === 'confirmed' && isUsual(operation, ending)) {
        const record = await quick.confirm(confirmationRow(key, operation, { ending, at }));
        if (record !== null) return record;
    }
    return inTransaction(db, (trx) => completeIn(trx, key, operation, { ending, at }));
}

async function completeIn(
    trx: Kysely<Schema>,
    key: ConversationKey,
    operation: Operation,
    { ending, at }: Completion
): Promise<ConversationRecord> {
    if (ending.outcome === 'confirmed' && ending.nativeCall !== null) {
        await endNativeCall(trx, key, operation, ending.nativeCall);
    }
    const completed = await trx
        .updateTable('conversation')
        .set(conversationColumns(operation, ending, at))
        .where(isOurs(key, operation))
        .returning('conversation_id')
        .executeTakeFirst();
    if (completed === undefined) throw new Failure('result-not-stored');
    await completeRow(trx, key, operation, { ending, at });
    await completeBlock(trx, key, operation, { ending, at });
    return readRecord(trx, key);
}

function conversationColumns(operation: Operation, ending: Ending, at: Date): ConversationColumns {
    switch (ending.outcome) {
        case 'confirmed':
            return confirmedColumns(operation, ending, at);
        case 'failed':
            return failedColumns(ending);
        case 'unknown':
            return unknownColumns(operation, ending);
    }
}

/** Not in the future. */
function confirmedColumns(operation: Operation, ending: ConfirmedEnding, at: Date): ConversationColumns {
    const { command, mayBeUndone } = operation;
    const now = sql<Date>`statement_timestamp()`;
    return {
        state: command.state,
        state_at: sql<Date>`least(greatest(${ending.at}::timestamptz, ${NEXT_STATE_AT}), ${now})`,
        observed_at: notInFuture('observed_at'),
        ...nativeBlockColumns(ending.nativeBlock),
        ...undoColumns(operation, ending, at),
        ...(ending.inFlightMs > 0 && inFlightColumns(command.state, fromNow(ending.inFlightMs))),
        ...(mayBeUndone ? sendOnceMore() : AT_REST)
    };
}

/** As soon as nothing may undo it anymore; until then it is in doubt. */
function sendOnceMore(): ConversationColumns {
    return {
        lease_id: null,
        in_doubt: true,
        due_at: sql<Date>`greatest(conversation.in_flight_until, clock_timestamp())`
    };
}

/** What it took the place of is the target again. */
function failedColumns({ before }: FailedEnding): ConversationColumns {
    const { unfinished } = before;
    if (unfinished === null) return { ...AT_REST, ...undoneColumns(before) };
    return {
        target_state: unfinished.command.state,
        target_operation: unfinished.id,
        in_doubt: unfinished.isInDoubt,
        lease_id: null,
        due_at: fromNow(0),
        ...undoneColumns(before)
    };
}

function unknownColumns({ command }: Operation, { inFlightMs, againMs }: UnknownEnding): ConversationColumns {
    return {
        lease_id: null,
        due_at: fromNow(againMs),
        ...(inFlightMs > 0 && inFlightColumns(command.state, fromNow(inFlightMs)))
    };
}

/** What GoTallo confirmed once stays so in the history, whatever becomes of sending it once more. */
async function completeRow(
    trx: Kysely<Schema>,
    { tenant }: ConversationKey,
    { id, outcome: before }: Operation,
    { ending, at }: { ending: Ending; at: Date }
): Promise<void> {
    if (id === null || (before === 'confirmed' && ending.outcome !== 'failed')) return;
    const columns: UpdateObject<Schema, 'operation'> =
        ending.outcome === 'confirmed'
            ? { outcome: 'confirmed', failure: null, ended_at: sql<Date>`coalesce(ended_at, ${at}::timestamptz)` }
            : {
                  outcome: ending.outcome,
                  failure: ending.failure,
                  ...(ending.outcome === 'failed' && { ended_at: at })
              };
    await trx
        .updateTable('operation')
        .set({
            ...columns,
            ...(ending.outcome === 'confirmed' && ending.nativeBlock && { native_outcome: ending.nativeBlock.status })
        })
        .where('tenant', '=', tenant)
        .where('id', '=', id)
        .execute();
}

async function completeBlock(
    trx: Kysely<Schema>,
    key: ConversationKey,
    operation: Operation,
    { ending: { outcome }, at }: { ending: Ending; at: Date }
): Promise<void> {
    const { kind } = operation.command;
    if (outcome === 'failed') {
        await endRefusedBlock(trx, key, operation, at);
        await reopenEndedBy(trx, key, operation);
    }
    if (outcome !== 'confirmed' || operation.outcome === 'confirmed') return;
    if (kind === 'block') await confirmBlock(trx, key, operation);
    if (kind === 'unblock') await endOpenBlock(trx, key, { at, how: endOfOperation(operation) });
}
