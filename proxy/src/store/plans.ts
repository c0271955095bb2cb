/**
 * Every query of the store finds its rows by an index. The database keeps the plans of prepared statements, and one that was
 * made while a table was nearly empty would read the whole of it for each row long after it has grown: a thousand times slower
 * within a minute, until new statistics are collected. So it may choose no such plan. Nor is anything worth compiling.
 *
 * Set on each connection, not as an option of connecting, which a pooler such as PgBouncer refuses. One that shares its
 * connections among clients keeps the settings with the connection: those that have them hold, and all others plan as usual.
 * (https://www.postgresql.org/docs/current/runtime-config-query.html)
 */
export const PLANS_THAT_LAST = `
    set enable_seqscan = off;
    set enable_hashjoin = off;
    set enable_mergejoin = off;
    set enable_material = off;
    set jit = off`;
