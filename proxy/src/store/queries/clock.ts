import { sql, type RawBuilder } from 'kysely';

/** The time at which the database is in that many milliseconds, by its own clock: all processes share that one. */
export function fromNow(ms: number): RawBuilder<Date> {
    return sql<Date>`clock_timestamp() + ${ms}::float8 * interval '1 millisecond'`;
}

/** Milliseconds left until the time in that column; 0 when it is over or null. */
export function msUntil(column: string): RawBuilder<number> {
    return sql<number>`greatest(0, coalesce(extract(epoch from ${sql.ref(column)} - clock_timestamp()) * 1000, 0))::float8`;
}

/** Whether the operation in that table or alias is being carried out by some process now. */
export function isHeld(table: string): RawBuilder<boolean> {
    const [ended, holder, until] = ['ended_at', 'holder', 'lease_until'].map((name) => sql.ref(`${table}.${name}`));
    return sql<boolean>`(${ended} is null and ${holder} is not null and ${until} > clock_timestamp())`;
}
