import { PGlite } from '@electric-sql/pglite';
import { Client } from 'pg';
import { createHash } from 'node:crypto';
import { openStore, type StoreLocation } from '../../proxy/src/store/store.ts';

/** The tenant whose conversations are filled in. */
const TENANT = 'bystate';

/**
 * What every conversation has: a confirmed state, newer than its Heroku Message, an operation that has ended, and an open
 * block.
 */
const STATEMENTS = [
    `insert into conversation (tenant, conversation_id, state, state_at)
        select '${TENANT}', md5(i::text)::uuid, 'BLOCKED', clock_timestamp() - i * interval '1 microsecond'
        from generate_series(1, $COUNT) i`,
    `insert into operation (id, tenant, conversation_id, kind, target, terms, agent_id, agent_name,
            accepted_at, ended_at, outcome)
        select gen_random_uuid(), tenant, conversation_id, 'block', state, '{"reason": "Spam", "note": "Crypto links"}',
            '005000000000001AAA', 'Agent 1', state_at, state_at, 'confirmed'
        from conversation`,
    `insert into block (id, tenant, conversation_id, agent_id, agent_name, reason, note, since, confirmed, opened_by)
        select gen_random_uuid(), tenant, conversation_id, agent_id, agent_name, terms ->> 'reason', terms ->> 'note', accepted_at, true, id
        from operation`,
    'vacuum analyze'
];

/** The ids of so many of the first `stored` conversations, spread over all of them. */
export function storedIds(stored: number, count: number): string[] {
    const step = stored / count;
    return Array.from({ length: count }, (_, index) => idOf(1 + Math.floor(index * step)));
}

/** Makes a store with so many conversations; nothing else may use it meanwhile. */
export async function fillStore(location: StoreLocation, count: number): Promise<void> {
    await (await openStore(location)).close();
    const statements = STATEMENTS.map((statement) => statement.replace('$COUNT', String(count)));
    if ('databaseUrl' in location) {
        const client = new Client({ connectionString: location.databaseUrl });
        await client.connect();
        for (const statement of statements) await client.query(statement);
        await client.end();
    } else {
        const pglite = await PGlite.create(location.dataDir);
        for (const statement of statements) await pglite.exec(statement);
        await pglite.close();
    }
}

/** The same as `md5(…)::uuid`. */
function idOf(number: number): string {
    const hex = createHash('md5').update(String(number)).digest('hex');
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
