import { sql, type ExpressionBuilder, type Kysely, type RawBuilder, type UpdateObject } from 'kysely';
import type { ConversationState } from '#contract';
import type { Operation, NativeBlock, Undoable } from '../../conversations/knowledge/records.ts';
import type { ConfirmedEnding, Replaced } from '../../conversations/protocol/ending.ts';
import type { Schema } from '../schema.ts';
import { isToCome } from './clock.ts';

/** What is to be written into the row of a conversation. */
export type ConversationColumns = UpdateObject<Schema, 'conversation'>;

/** Names one conversation; every query on it names its tenant. */
export interface ConversationKey {
    tenant: string;
    conversation_id: string;
}

/**
 * Makes sure that the conversation has a row, and locks it until the end of the transaction. What is read afterwards
 * is what is stored, for a query sees what was committed before it began.
 * @returns whether the row is new, so that nothing is stored of the conversation: whatever belongs to one is written in
 *   a transaction that has locked its row, and only rows to which nothing belongs are ever deleted
 */
export async function lockConversation(db: Kysely<Schema>, key: ConversationKey): Promise<boolean> {
    for (;;) {
        if (await lock(db, key)) return false;
        const inserted = await db
            .insertInto('conversation')
            .values(key)
            .onConflict((conflict) => conflict.doNothing())
            .returning('conversation_id')
            .executeTakeFirst();
        if (inserted !== undefined) return true;
        // Another process was quicker.
    }
}

async function lock(db: Kysely<Schema>, key: ConversationKey): Promise<boolean> {
    const row = await db
        .selectFrom('conversation')
        .select('conversation_id')
        .where('tenant', '=', key.tenant)
        .where('conversation_id', '=', key.conversation_id)
        .forUpdate()
        .executeTakeFirst();
    return row !== undefined;
}

/** Picks the conversation out of its table. */
export function isConversation(key: ConversationKey) {
    return (eb: ExpressionBuilder<Schema, 'conversation'>) =>
        eb.and([
            eb('conversation.tenant', '=', key.tenant),
            eb('conversation.conversation_id', '=', key.conversation_id)
        ]);
}

/** Every write of the native block raises its version. */
export const NEXT_NATIVE_VERSION = sql<number>`conversation.native_version + 1`;

/** What GoTallo confirms is newer than what it confirmed before, whatever the clocks say. */
export const NEXT_STATE_AT = sql<Date>`conversation.state_at + interval '1 millisecond'`;

/**
 * What is to be stored of the native block, as columns; none when it stays as it is. Every write raises the version, also
 * one that writes the same: the channel may have been another one in between.
 */
export function nativeBlockColumns(nativeBlock: NativeBlock | null): ConversationColumns {
    if (nativeBlock === null) return {};
    return {
        native_status: nativeBlock.status,
        native_reason: nativeBlock.reason,
        native_at: nativeBlock.at,
        native_version: NEXT_NATIVE_VERSION
    };
}

/** Picks the conversation while it is still ours: nobody took it over since. */
export function isOurs(key: ConversationKey, { lease }: Operation) {
    return (eb: ExpressionBuilder<Schema, 'conversation'>) =>
        eb.and([isConversation(key)(eb), eb('conversation.lease_id', '=', lease)]);
}

/** Nobody works on it, and there is nothing to do. */
export const AT_REST = {
    target_state: null,
    target_operation: null,
    in_doubt: false,
    lease_id: null,
    due_at: null
} as const;

/**
 * Something that was sent for that state may still take effect until then. What was in flight before stays remembered though
 * it is over: what is seen from now on may be its late effect.
 */
export function inFlightColumns(
    state: ConversationState | RawBuilder<ConversationState | null>,
    until: RawBuilder<Date | null>
): ConversationColumns {
    const isOther = sql`conversation.in_flight_until is not null and conversation.in_flight_state is distinct from ${state}`;
    return {
        in_flight_state: sql<ConversationState | null>`case when ${isOther} then null else ${state} end`,
        in_flight_until: sql<Date>`greatest(case when ${isToCome('conversation.in_flight_until')}
            then conversation.in_flight_until end, ${until})`
    };
}

/** Nothing that was ever sent can take effect anymore, and nobody waits to see what it did. */
export const NOTHING_IN_FLIGHT = { in_flight_state: null, in_flight_until: null } as const;

/** From the moment anything is accepted, what was there before it cannot be taken back. */
export const NOTHING_TO_UNDO = {
    undo_operation: null,
    undo_agent: null,
    undo_kind: null,
    undo_state: null,
    undo_block: null,
    undo_at: null,
    undone_operation: null
} as const;

/** What can be taken back once this operation was confirmed, and what it took back itself. */
export function undoColumns(
    { id, command }: Operation,
    { undo }: Pick<ConfirmedEnding, 'undo'>,
    at: Date
): ConversationColumns {
    return {
        undone_operation: command.undoes ?? null,
        ...(undo !== null && id !== null && undoableColumns({ ...undo, operationId: id, at }))
    };
}

/** What could be taken back, and can be again. */
export function undoneColumns({ undoable, undone }: Replaced): ConversationColumns {
    return { undone_operation: undone, ...(undoable !== null && undoableColumns(undoable)) };
}

function undoableColumns({ operationId, agentId, kind, state, blockId, at }: Undoable): ConversationColumns {
    return {
        undo_operation: operationId,
        undo_agent: agentId,
        undo_kind: kind,
        undo_state: state,
        undo_block: blockId,
        undo_at: at
    };
}
