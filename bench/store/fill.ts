import { createHash } from 'node:crypto';

/** The tenant whose conversations are filled in. */
const TENANT = 'bystate';

/** The tables that grow. */
export const FILLED_TABLES = ['conversation', 'operation', 'block'] as const;

/**
 * Makes so many conversations. Each has a confirmed state, newer than its Heroku Message, an operation that has ended, and
 * an open block. What is stored already stays. All three share an id and come in its order: indexes that grow at their end
 * only grow many times as fast.
 */
export function fillStatements(count: number): string[] {
    const at = 'clock_timestamp()';
    const from = `from (select md5(i::text)::uuid as id from generate_series(1, ${count}) i order by 1) conversations`;
    return [
        `insert into conversation (tenant, conversation_id, state, state_at)
            select '${TENANT}', id, 'BLOCKED', ${at} ${from}`,
        `insert into operation (id, tenant, conversation_id, kind, target, terms, agent_id, agent_name,
                accepted_at, ended_at, outcome)
            select id, '${TENANT}', id, 'block', 'BLOCKED', '{"reason": "Spam", "note": "Crypto links"}',
                '005000000000001AAA', 'Agent 1', ${at}, ${at}, 'confirmed'
            ${from}`,
        `insert into block (id, tenant, conversation_id, agent_id, agent_name, reason, note, since, confirmed, opened_by)
            select id, '${TENANT}', id, '005000000000001AAA', 'Agent 1', 'Spam', 'Crypto links', ${at}, true, id
            ${from}`
    ];
}

/** The ids of so many of the first `stored` conversations, spread over all of them. */
export function storedIds(stored: number, count: number): string[] {
    const step = stored / count;
    return Array.from({ length: count }, (_, index) => idOf(1 + Math.floor(index * step)));
}

/** The same as `md5(…)::uuid`. */
function idOf(number: number): string {
    const hex = createHash('md5').update(String(number)).digest('hex');
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
