import { sql, type RawBuilder } from 'kysely';

/** The time at which the database is in that many milliseconds, by its own clock: all processes share that one. */
export function fromNow(ms: number): RawBuilder<Date> {
    return sql<Date>`clock_timestamp() + ${ms}::float8 * interval '1 millisecond'`;
}

/** More than any time for which something is held or in flight lasts. Further away, the clock was put back since. */
const LONGEST = sql`interval '10 minutes'`;

/** Whether the time in that column is still to come; false for null, and when the clock was put back far. */
export function isToCome(column: string): RawBuilder<boolean> {
    const until = sql.ref(column);
    return sql<boolean>`coalesce(${until} > clock_timestamp() and ${until} < clock_timestamp() + ${LONGEST}, false)`;
}

/** Milliseconds left until the time in that column; 0 when it is not to come. */
export function msUntil(column: string): RawBuilder<number> {
    return sql<number>`case when ${isToCome(column)}
        then extract(epoch from ${sql.ref(column)} - clock_timestamp()) * 1000 else 0 end::float8`;
}

/** Whether some process holds the conversation in that table or alias now. */
export function isLeased(table: string): RawBuilder<boolean> {
    return sql<boolean>`(${sql.ref(`${table}.lease_id`)} is not null and ${isToCome(`${table}.due_at`)})`;
}

/** What is stored as known in the future, because the clock was put back since, was known now at the latest. */
export function notInFuture(column: 'state_at' | 'observed_at'): RawBuilder<Date | null> {
    const at = sql.ref(`conversation.${column}`);
    // Not least(), which takes now for null.
    return sql<Date | null>`case when ${at} > statement_timestamp() then statement_timestamp() else ${at} end`;
}
