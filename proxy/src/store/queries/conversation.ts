import type { ExpressionBuilder, Kysely, Updateable } from 'kysely';
import type { Ending, UndoState } from '../../conversations/journal.ts';
import type { Operation, PlatformBlock, Undoable } from '../../conversations/records.ts';
import type { ConversationTable, Schema } from '../schema.ts';

/** Names one conversation; every query on it names its tenant. */
export interface ConversationKey {
    tenant: string;
    conversation_id: string;
}

/**
 * Makes sure that the conversation has a row, and locks it until the end of the transaction. What is read afterwards
 * is what is stored, for a query sees what was committed before it began.
 * @returns whether the row is new, so that nothing is stored of the conversation: whatever belongs to one is written in
 *   a transaction that has locked its row, and rows are never deleted
 */
export async function lockConversation(db: Kysely<Schema>, key: ConversationKey): Promise<boolean> {
    if (await lock(db, key)) return false;
    const inserted = await db
        .insertInto('conversation')
        .values(key)
        .onConflict((conflict) => conflict.doNothing())
        .returning('conversation_id')
        .executeTakeFirst();
    if (inserted !== undefined) return true;
    // Another process was quicker.
    await lock(db, key);
    return false;
}

async function lock(db: Kysely<Schema>, key: ConversationKey): Promise<boolean> {
    return (await selectLocked(db, key).executeTakeFirst()) !== undefined;
}

/** Prepares a statement that locks the conversation, as `locked`, before it changes what `locked` is joined to. */
export function withLocked(db: Kysely<Schema>, key: ConversationKey) {
    return db.with('locked', (qb) => selectLocked(qb, key));
}

function selectLocked(db: Pick<Kysely<Schema>, 'selectFrom'>, key: ConversationKey) {
    return db
        .selectFrom('conversation')
        .select('conversation_id')
        .where('tenant', '=', key.tenant)
        .where('conversation_id', '=', key.conversation_id)
        .forUpdate();
}

/** Picks the conversation out of its table. */
export function isConversation(key: ConversationKey) {
    return (eb: ExpressionBuilder<Schema, 'conversation'>) =>
        eb.and([
            eb('conversation.tenant', '=', key.tenant),
            eb('conversation.conversation_id', '=', key.conversation_id)
        ]);
}

/** What is to be stored of the channel's own block, as columns; none when it stays as it is. */
export function platformColumns(
    platform: PlatformBlock | null
): Partial<Pick<ConversationTable, 'platform_status' | 'platform_reason' | 'platform_at'>> {
    if (platform === null) return {};
    return { platform_status: platform.status, platform_reason: platform.reason, platform_at: platform.at };
}

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

/** What can be taken back once this operation has ended so, and what it took back itself. */
export function undoColumns(
    { id, wish }: Operation,
    { outcome, undo, undoBefore }: Pick<Ending, 'outcome' | 'undo' | 'undoBefore'>,
    at: Date
): Updateable<ConversationTable> {
    if (outcome === 'failed' && undoBefore !== null) return columnsOf(undoBefore);
    if (outcome !== 'confirmed') return {};
    return {
        undone_operation: wish.undoes ?? null,
        ...(undo !== null && undoableColumns({ ...undo, operationId: id, at }))
    };
}

function columnsOf({ undoable, undone }: UndoState): Updateable<ConversationTable> {
    return { undone_operation: undone, ...(undoable !== null && undoableColumns(undoable)) };
}

function undoableColumns({ operationId, agentId, kind, state, blockId, at }: Undoable): Updateable<ConversationTable> {
    return {
        undo_operation: operationId,
        undo_agent: agentId,
        undo_kind: kind,
        undo_state: state,
        undo_block: blockId,
        undo_at: at
    };
}
