import { sql, type Kysely } from 'kysely';
import type { DueEnd } from '../../conversations/rules/judge-end.ts';
import type { Schema } from '../schema.ts';

/** The first pause, which is the length of the lease, doubles with every try up to this, */
const LONG_PAUSE_MS = 15 * 60 * 1000;
/** until it was tried so often that it may never be taken; each try is a line of the history. */
const MANY_TRIES = 20;
const LONGEST_PAUSE_MS = 6 * 60 * 60 * 1000;

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
    // Not clock_timestamp(), whose every call may differ: no index could be used.
    const now = sql<Date>`statement_timestamp()`;
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
    const growing = sql`least(${LONG_PAUSE_MS}, ${leaseMs} * power(2, least(block.end_tries, 10)))`;
    const pause = sql`case when block.end_tries < ${MANY_TRIES} then ${growing} else ${LONGEST_PAUSE_MS} end`;
    return sql<Date>`clock_timestamp() + ${pause}::float8 * interval '1 millisecond'`;
}
