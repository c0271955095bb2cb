import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Operation, NativeBlock } from '../conversations/knowledge/records.ts';
import type { NativeCallEnd } from '../conversations/protocol/ending.ts';
import { Failure } from '../lib/failure.ts';
import { fromNow } from './queries/clock.ts';
import { isOurs, nativeBlockColumns, type ConversationKey } from './queries/conversation.ts';
import type { Database } from './database.ts';
import { nativeCallRow } from './quick/native-call.ts';
import type { Schema } from './schema.ts';

/**
 * Marks the step as begun.
 * @param overAt when what is sent now can take effect no more
 * @returns false when the conversation is not ours anymore
 */
export async function startNativeCall(
    { db, quick }: Database,
    key: ConversationKey,
    operation: Operation,
    overAt: Date
): Promise<boolean> {
    // Should nothing ever be written down after this, it is what holds: no clear answer came.
    const nativeBlock: NativeBlock = { status: 'unconfirmed', reason: 'no-answer', at: overAt };
    const { id: operationId } = operation;
    if (operationId !== null) {
        const row = nativeCallRow(key, operation, { operationId, nativeBlock });
        if (await quick.startNativeCall(row)) return true;
    }
    return writeProgress(db, key, operation, {
        recoveryPoint: 'native-call-started',
        nativeBlock,
        // What is sent in the first half of the lease takes effect in the whole of it, or never.
        inFlightUntil: sql<Date>`conversation.due_at`
    });
}

/**
 * Writes down what became of the step.
 * @throws Failure `result-not-stored` when the conversation is not ours anymore
 */
export async function endNativeCall(
    db: Kysely<Schema>,
    key: ConversationKey,
    operation: Operation,
    { nativeBlock, inFlightMs }: NativeCallEnd
): Promise<void> {
    const isOurs = await writeProgress(db, key, operation, {
        recoveryPoint: 'native-call-ended',
        nativeBlock,
        inFlightUntil: inFlightMs > 0 ? fromNow(inFlightMs) : null
    });
    if (!isOurs) throw new Failure('result-not-stored');
}

interface NativeCallProgress {
    recoveryPoint: Exclude<Operation['recoveryPoint'], 'accepted'>;
    nativeBlock: NativeBlock;
    inFlightUntil: RawBuilder<Date> | null;
}

async function writeProgress(
    db: Kysely<Schema>,
    key: ConversationKey,
    operation: Operation,
    { recoveryPoint, nativeBlock, inFlightUntil }: NativeCallProgress
): Promise<boolean> {
    const written = await db
        .with('ours', (qb) =>
            qb
                .updateTable('conversation')
                .set({
                    ...nativeBlockColumns(nativeBlock),
                    native_in_flight_until: inFlightUntil
                })
                .where(isOurs(key, operation))
                .returning('conversation.target_operation')
        )
        .updateTable('operation')
        .from('ours')
        .set({ recovery_point: recoveryPoint, native_outcome: nativeBlock.status })
        .whereRef('operation.id', '=', 'ours.target_operation')
        .returning('operation.id')
        .executeTakeFirst();
    return written !== undefined;
}
