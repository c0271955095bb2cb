import type { Kysely, UpdateObject } from 'kysely';
import type { Operation, PlatformBlock } from '../conversations/records.ts';
import { Failure } from '../failure.ts';
import { fromNow } from './queries/clock.ts';
import { isConversation, platformColumns, withLocked, type ConversationKey } from './queries/conversation.ts';
import { isOurs } from './queries/operation.ts';
import type { Schema } from './schema.ts';

/** Marks the step as begun. @returns false when the operation is not ours anymore */
export async function beginPlatformStep(
    db: Kysely<Schema>,
    key: ConversationKey,
    operation: Operation,
    { at, leaseMs }: { at: Date; leaseMs: number }
): Promise<boolean> {
    const step = { platform_step: 'begun', lease_until: fromNow(leaseMs) } as const;
    // Should nothing ever be written down after this, it is what holds: no clear answer came.
    return writeStep(db, key, operation, { step, platform: { status: 'unconfirmed', reason: 'no-answer', at } });
}

/**
 * Writes down what became of the step.
 * @throws Failure `result-not-stored` when the operation is not ours anymore
 */
export async function endPlatformStep(
    db: Kysely<Schema>,
    key: ConversationKey,
    operation: Operation,
    platform: PlatformBlock
): Promise<void> {
    const isOurs = await writeStep(db, key, operation, { step: { platform_step: 'ended' }, platform });
    if (!isOurs) throw new Failure('result-not-stored');
}

interface Step {
    step: Pick<UpdateObject<Schema, 'operation'>, 'platform_step' | 'lease_until'>;
    platform: PlatformBlock;
}

async function writeStep(
    db: Kysely<Schema>,
    key: ConversationKey,
    operation: Operation,
    { step, platform }: Step
): Promise<boolean> {
    const written = await withLocked(db, key)
        .with('ours', (qb) =>
            qb
                .updateTable('operation')
                .from('locked')
                .set({ ...step, platform_outcome: platform.status })
                .where(isOurs(key, operation))
                .returning('operation.id')
        )
        .updateTable('conversation')
        .from('ours')
        .set(platformColumns(platform))
        .where(isConversation(key))
        .returning('ours.id')
        .executeTakeFirst();
    return written !== undefined;
}
