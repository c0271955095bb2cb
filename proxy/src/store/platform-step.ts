import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Operation, PlatformBlock } from '../conversations/records.ts';
import { Failure } from '../failure.ts';
import { fromNow } from './queries/clock.ts';
import { isOurs, platformColumns, type ConversationKey } from './queries/conversation.ts';
import type { Schema } from './schema.ts';

/** Marks the step as begun. @returns false when the conversation is not ours anymore */
export async function beginPlatformStep(
    db: Kysely<Schema>,
    key: ConversationKey,
    operation: Operation,
    at: Date
): Promise<boolean> {
    return writeStep(db, key, operation, {
        step: 'begun',
        // Should nothing ever be written down after this, it is what holds: no clear answer came.
        platform: { status: 'unconfirmed', reason: 'no-answer', at },
        // What is sent in the first half of the lease takes effect in the whole of it, or never.
        inFlightUntil: sql<Date>`conversation.due_at`
    });
}

/**
 * Writes down what became of the step.
 * @param inFlightMs for how long it may still take effect; 0: it cannot
 * @throws Failure `result-not-stored` when the conversation is not ours anymore
 */
export async function endPlatformStep(
    db: Kysely<Schema>,
    key: ConversationKey,
    operation: Operation,
    { platform, inFlightMs }: { platform: PlatformBlock; inFlightMs: number }
): Promise<void> {
    const isOurs = await writeStep(db, key, operation, {
        step: 'ended',
        platform,
        inFlightUntil: inFlightMs > 0 ? fromNow(inFlightMs) : null
    });
    if (!isOurs) throw new Failure('result-not-stored');
}

interface Step {
    step: 'begun' | 'ended';
    platform: PlatformBlock;
    inFlightUntil: RawBuilder<Date> | null;
}

async function writeStep(
    db: Kysely<Schema>,
    key: ConversationKey,
    operation: Operation,
    { step, platform, inFlightUntil }: Step
): Promise<boolean> {
    const written = await db
        .with('ours', (qb) =>
            qb
                .updateTable('conversation')
                .set({
                    ...platformColumns(platform),
                    platform_in_flight_until: inFlightUntil
                })
                .where(isOurs(key, operation))
                .returning('conversation.target_operation')
        )
        .updateTable('operation')
        .from('ours')
        .set({ platform_step: step, platform_outcome: platform.status })
        .whereRef('operation.id', '=', 'ours.target_operation')
        .returning('operation.id')
        .executeTakeFirst();
    return written !== undefined;
}
