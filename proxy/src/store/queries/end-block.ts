import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { BlockEnd, EarlierBlock } from '../../conversations/knowledge/earlier-blocks.ts';
import type { Operation } from '../../conversations/knowledge/records.ts';
import type { Schema } from '../schema.ts';
import { isConversation, type ConversationKey } from './conversation.ts';

/** How the open block ends. */
interface Ended {
    at: Date;
    how: BlockEnd | RawBuilder<EarlierBlock['ended']>;
    /** The operation that takes its place, as long as that is not refused. */
    by?: string;
}

/** Ends the open block. One that held, and was not taken back, counts as an earlier block from now on. */
export async function endOpenBlock(db: Kysely<Schema>, key: ConversationKey, { at, how, by }: Ended): Promise<void> {
    // One that was opened again had held, too, whether or not that was confirmed.
    const held = sql`confirmed or ended_how is not null`;
    const columns = {
        ended_at: at,
        ended_by: by ?? null,
        ended_how:
            how === 'taken-back' ? null : sql<EarlierBlock['ended'] | null>`case when ${held} then ${how}::text end`
    };
    await counting(db, key, (qb) => openBlockOf(qb, key).set(columns));
}

/** How the block ends that this operation has unblocked. */
export function endOfOperation({ id, command }: Operation): Ended['how'] {
    if (command.undoes !== undefined) return 'taken-back';
    return sql<EarlierBlock['ended']>`(select o.origin from operation as o where o.id = ${id})`;
}

/** Ends a block that this operation opened and that surely never held; one that it opened again is over as before. */
export async function endRefusedBlock(
    db: Kysely<Schema>,
    key: ConversationKey,
    { id }: Operation,
    at: Date
): Promise<void> {
    await counting(db, key, (qb) =>
        openBlockOf(qb, key).set({ ended_at: at }).where('confirmed', '=', false).where('opened_by', '=', id)
    );
}

/** Opens the block again that an unblock had ended, as it was; it is not confirmed until GoTallo says so. */
export async function reopenBlock(
    db: Kysely<Schema>,
    key: ConversationKey,
    { blockId, operation }: { blockId: string; operation: Operation }
): Promise<void> {
    await uncounting(db, key, (qb) =>
        blocksOf(qb, key).set({ ended_at: null, confirmed: false, opened_by: operation.id }).where('id', '=', blockId)
    );
}

/** Opens the block again that the acceptance of this operation had ended: it was refused, so nothing was changed. */
export async function reopenEndedBy(db: Kysely<Schema>, key: ConversationKey, { id }: Operation): Promise<void> {
    if (id === null) return;
    await uncounting(db, key, (qb) =>
        blocksOf(qb, key).set({ ended_at: null, ended_by: null }).where('ended_by', '=', id)
    );
}

type Updating = Pick<Kysely<Schema>, 'updateTable'>;
type BlockUpdate = ReturnType<typeof blocksOf>;

/** Ends a block, and counts it where it held: a view reads the count, and looks at no other block but the last. */
async function counting(db: Kysely<Schema>, key: ConversationKey, end: (qb: Updating) => BlockUpdate): Promise<void> {
    await db
        .with('ended', (qb) =>
            end(qb)
                .set((eb) => ({
                    block_before: eb.selectFrom('conversation').select('last_block').where(isConversation(key))
                }))
                .returning(['block.id', 'block.ended_how'])
        )
        .updateTable('conversation')
        .from('ended')
        .set({ earlier_blocks: sql`conversation.earlier_blocks + 1`, last_block: sql.ref('ended.id') })
        .where(isConversation(key))
        .where('ended.ended_how', 'is not', null)
        .execute();
}

/** Opens a block again, and counts it no more. */
async function uncounting(
    db: Kysely<Schema>,
    key: ConversationKey,
    open: (qb: Updating) => BlockUpdate
): Promise<void> {
    await db
        .with('opened', (qb) => open(qb).returning(['block.id', 'block.block_before']))
        .updateTable('conversation')
        .from('opened')
        .set({ earlier_blocks: sql`conversation.earlier_blocks - 1`, last_block: sql.ref('opened.block_before') })
        .where(isConversation(key))
        .whereRef('conversation.last_block', '=', 'opened.id')
        .execute();
}

function openBlockOf(db: Updating, key: ConversationKey) {
    return blocksOf(db, key).where('ended_at', 'is', null);
}

function blocksOf(db: Updating, { tenant, conversation_id }: ConversationKey) {
    return db.updateTable('block').where('tenant', '=', tenant).where('conversation_id', '=', conversation_id);
}
