import { randomUUID } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import type { AgentName } from '#contract';
import type { Acceptance, AcceptResult, Decline } from '../conversations/journal.ts';
import type { ConversationRecord, Operation } from '../conversations/records.ts';
import { blockRow, endOpenBlock, reopenBlock } from './queries/block.ts';
import { fromNow, msUntil } from './queries/clock.ts';
import { isConversation, NOTHING_TO_UNDO, platformColumns, type ConversationKey } from './queries/conversation.ts';
import { supersede } from './queries/operation.ts';
import { lockRecord } from './queries/record.ts';
import { wishColumns } from './queries/wish.ts';
import type { Schema } from './schema.ts';

/** Who asks, when, for how long the operation is theirs, and what decides. */
export interface Asking {
    /** Null: the end of a timed block. */
    by: AgentName | null;
    now: () => Date;
    leaseMs: number;
    judge: (record: ConversationRecord) => Acceptance | Decline;
}

/** Accepts a wish within a transaction. Anything else than an accepted one is to be rolled back. */
export async function acceptWish(trx: Kysely<Schema>, key: ConversationKey, asking: Asking): Promise<AcceptResult> {
    const record = await lockRecord(trx, key);
    // Not before: waiting for the lock takes as long as others hold it.
    const at = asking.now();
    const { unfinished } = record;
    if (unfinished?.isHeld === true) return { kind: 'busy', unfinished, record };
    const acceptance = asking.judge(record);
    if ('decline' in acceptance) return { kind: 'declined', because: acceptance.decline, record };
    if (unfinished !== null) await supersede(trx, key.tenant, unfinished, at);
    const operation = newOperation(key, acceptance, at);
    if (acceptance.endsOpenBlock) await endOpenBlock(trx, key, at, operation.id);
    const lateMs = await insertOperation(trx, key, operation, { ...asking, acceptance, record });
    return { kind: 'accepted', operation: { ...operation, lateMs }, record };
}

function newOperation(key: ConversationKey, { wish }: Acceptance, acceptedAt: Date): Operation {
    const fresh = { tries: 0, outcome: 'under-way', platformStep: 'none', lateMs: 0 } as const;
    return { id: randomUUID(), conversationId: key.conversation_id, wish, lease: randomUUID(), acceptedAt, ...fresh };
}

/** Writes the operation, the block that it opens, and what follows for the conversation. @returns `lateMs` */
async function insertOperation(
    trx: Kysely<Schema>,
    key: ConversationKey,
    operation: Operation,
    { by, leaseMs, acceptance, record }: Asking & { acceptance: Acceptance; record: ConversationRecord }
): Promise<number> {
    const { id, wish, lease, acceptedAt } = operation;
    if (wish.kind === 'block' && by !== null) await openBlock(trx, key, operation, { by, record });
    const agent = { agent_id: by?.id ?? null, agent_name: by?.name ?? null };
    const origin = by === null ? 'timer' : 'agent';
    const held = { holder: lease, lease_until: fromNow(leaseMs) };
    const supersedes = record.unfinished?.id ?? null;
    const { late_ms } = await trx
        .with('inserted', (qb) =>
            qb.insertInto('operation').values({
                id,
                ...key,
                ...agent,
                ...wishColumns(wish),
                origin,
                accepted_at: acceptedAt,
                ...held,
                supersedes
            })
        )
        .updateTable('conversation')
        .set({
            ...(acceptance.isDoubtful && { doubt_kind: wish.kind, doubt_at: latest(acceptedAt, record) }),
            ...platformColumns(acceptance.platform),
            ...NOTHING_TO_UNDO,
            late_until: lateUntil(acceptance.lateMs)
        })
        .where(isConversation(key))
        .returning(msUntil('late_until').as('late_ms'))
        .executeTakeFirstOrThrow();
    return late_ms;
}

async function openBlock(
    trx: Kysely<Schema>,
    key: ConversationKey,
    operation: Operation,
    { by, record }: { by: AgentName; record: ConversationRecord }
): Promise<void> {
    const blockId = operation.wish.undoes === undefined ? null : (record.undoable?.blockId ?? null);
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

/** Until when something may come late, once it may for so many milliseconds from now. */
export function lateUntil(ms: number) {
    return ms > 0 ? sql<Date>`greatest(conversation.late_until, ${fromNow(ms)})` : sql.ref<Date>('late_until');
}

/** What was known up to now is in doubt, also where a clock went back since it was written down. */
function latest(at: Date, { confirmedState, seenState }: ConversationRecord): Date {
    return new Date(Math.max(at.getTime(), confirmedState?.at.getTime() ?? 0, seenState?.at.getTime() ?? 0));
}
