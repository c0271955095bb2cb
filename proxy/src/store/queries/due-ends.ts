import { sql, type Kysely } from 'kysely';
import type { DueEnd } from '../../conversations/journal.ts';
import type { Schema } from '../schema.ts';

/** The first pause, which is the length of the lease, doubles with every try up to this. */
const LONGEST_PAUSE_MS = 15 * 60 * 1000;

/**
 * Takes open blocks whose time is over into the hands of the caller, the longest due first. Each comes again after a
 * pause, for as long as it is open.
 * @param leaseMs for how long each is in the hands of the caller at least
 */
export async function claimDueEnds(
    db: Kysely<Schema>,
    tenant: string,
    { limit, leaseMs }: { limit: number; leaseMs: number }
): Promise<DueEnd[]> {
    const rows = await db
        .with('due', (qb) => selectDue(qb, tenant, limit))
        .updateTable('block')
        .from('due')
        .set({ end_tries: sql`block.end_tries + 1`, end_again_at: againAt(leaseMs) })
        .whereRef('block.id', '=', 'due.id')
        .returning(['block.id', 'block.conversation_id', 'due.at'])
        .execute();
    return rows.map(({ id, conversation_id, at }) => ({ conversationId: conversation_id, blockId: id, at }));
}

function selectDue(db: Pick<Kysely<Schema>, 'selectFrom'>, tenant: string, limit: number) {
    const now = sql<Date>`clock_timestamp()`;
    return db
        .selectFrom('block')
        .select(['id', now.as('at')])
        .where('tenant', '=', tenant)
        .where('ended_at', 'is', null)
        .where('until', '<=', now)
        .where((eb) => eb.or([eb('end_again_at', 'is', null), eb('end_again_at', '<=', now)]))
        .orderBy('until')
        .limit(limit)
        .forUpdate()
        .skipLocked();
}

function againAt(leaseMs: number) {
    const pause = sql<number>`least(${LONGEST_PAUSE_MS}, ${leaseMs} * power(2, least(block.end_tries, 10)))`;
    return sql<Date>`clock_timestamp() + ${pause}::float8 * interval '1 millisecond'`;
}
