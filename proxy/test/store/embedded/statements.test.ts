import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, type CompiledQuery } from 'kysely';
import type { Journal } from '../../../src/conversations/protocol/journal.ts';
import { createJournal } from '../../../src/store/create-journal.ts';
import { databaseOf } from '../../../src/store/database.ts';
import { EmbeddedDialect } from '../../../src/store/embedded/embedded-dialect.ts';
import { Statements } from '../../../src/store/embedded/statements.ts';
import { migrateToLatest } from '../../../src/store/migrate.ts';
import type { Schema } from '../../../src/store/schema.ts';
import { accept, ANA, BLOCK, carryOut, confirmed, failed, unknown, UNBLOCK } from '../../support/commands.ts';
import { newConversation } from '../../support/journal.ts';

const ID = '11111111-1111-4111-8111-111111111111';
const PREPARED = `select count(*)::int as count from pg_prepared_statements where statement not like '%pg_prepared%'`;

describe('statements on the embedded Postgres', () => {
    const kept = 3;
    const clock = { now: 1 };
    let pglite: PGlite;
    let statements: Statements;
    before(async () => {
        pglite = await PGlite.create();
        statements = new Statements(pglite, { maxPrepared: kept, clock: () => clock.now });
        await pglite.exec('create table thing (id uuid primary key, name text not null, at timestamptz)');
    });
    const countPrepared = async (): Promise<unknown> =>
        (await pglite.query<{ count: number }>(PREPARED)).rows[0]?.count;

    it('take and give the same values as PGlite does itself', async () => {
        const sql = `select $1::bool as yes, $2::bool as no, $3::int as int, $4::bigint as big, $5::bigint as huge,
            $6::float8 as float, $7::numeric as exact, $8::text as text, $9::uuid as id, $10::timestamptz as at,
            $11::date as day, $12::jsonb as json, $13::jsonb as list, $14::text[] as texts, $15::bytea as bytes,
            $16::text as nothing, $17::text as missing, $18::interval as span`;
        const parameters = [
            true,
            false,
            -3,
            42,
            2n ** 60n,
            1.5,
            '1.10',
            'Zoë “✓”\n',
            ID,
            new Date('2026-02-03T04:05:06.789Z')
        ];
        parameters.push(
            '2026-02-03',
            { a: [1, null] } as never,
            '[1,"x"]',
            ['a', 'b"'] as never,
            new Uint8Array([0, 255]) as never
        );
        const all = [...parameters, null, undefined, '1 hour'];
        const own = await pglite.query(sql, all);
        assert.deepEqual(await statements.run(sql, all), own);
        assert.deepEqual(await statements.run(sql, all), own);
    });

    for (const [what, sql, parameters, code] of [
        ['cannot be parsed', 'selec $1', ['x'], '42601'],
        ['names no table', 'select $1::text from nowhere', ['x'], '42P01'],
        ['without parameters names no table', 'select 1 from nowhere', [], '42P01'],
        ['has a parameter that is not of its type', 'select $1::uuid', ['no uuid'], '22P02'],
        ['breaks a constraint', 'insert into thing (id) values ($1)', [ID], '23502'],
        ['fails while it runs', 'select 1 / $1::int', [0], '22012'],
        ['has too few parameters', 'select $1::int, $2::int', [1], '08P01']
    ] as const) {
        it(`say which error it was when one ${what}, also in a transaction, and go on`, async () => {
            const isRefused = () => assert.rejects(statements.run(sql, parameters), { code });
            await isRefused();
            await isRefused();
            assert.deepEqual((await statements.run('select $1::int as n', [1])).rows, [{ n: 1 }]);
            await statements.run('begin', []);
            await statements.run('insert into thing (id, name) values ($1, $2)', [ID, 'x']);
            await isRefused();
            await assert.rejects(statements.run('select $1::int as n', [2]), { code: '25P02' });
            await assert.rejects(statements.run('select $1::text as fresh', ['x']), { code: '25P02' });
            await statements.run('rollback', []);
            assert.deepEqual((await statements.run('select $1::int as n', [3])).rows, [{ n: 3 }]);
            assert.deepEqual((await statements.run('select $1::text as fresh', ['x'])).rows, [{ fresh: 'x' }]);
            assert.deepEqual((await statements.run('select name from thing where id = $1', [ID])).rows, []);
        });
    }

    it('do not put parameters into errors', async () => {
        const failing = statements.run('insert into thing (id, at) values ($1, $2)', [ID, new Date(0)]);
        await assert.rejects(failing, (error: object) => !('params' in error) && !('query' in error));
    });

    it('go on in a transaction when a parameter was refused before anything was sent', async () => {
        await statements.run('begin', []);
        await assert.rejects(statements.run('select $1::timestamptz', [{}]), /date type/);
        assert.deepEqual((await statements.run('select $1::int as n', [1])).rows, [{ n: 1 }]);
        assert.equal((await statements.run('commit', [])).command, 'COMMIT');
    });

    it('carry large values, and go on after one that is refused', async () => {
        const large = 'ü'.repeat(3 * 1024 * 1024);
        const { rows } = await statements.run<{ large: string }>('select $1::text as large', [large]);
        assert.ok(rows[0]?.large === large);
        await assert.rejects(statements.run('select $1::uuid', [large]), { code: '22P02' });
        assert.deepEqual((await statements.run('select $1::int as n', [1])).rows, [{ n: 1 }]);
    });

    it('are right in any order when more are run than are kept, and those that fell out are closed', async () => {
        for (const n of [0, 1, 2, 3, 4, 0, 4, 4, 1, 5, 0]) {
            assert.deepEqual((await statements.run(`select $1::int + ${n} as n`, [100])).rows, [{ n: 100 + n }]);
        }
        assert.equal(await countPrepared(), kept);
        await assert.rejects(statements.run('select $1::int / 0 as n', [1]), { code: '22012' });
        await statements.run('select 1', []);
        assert.equal(await countPrepared(), kept - 1);
    });

    it('are planned anew after a minute, for the tables may have grown since', async () => {
        const planned = async (): Promise<unknown> => {
            await statements.run('select count(*) from thing where name = $1', ['x']);
            const sql = `select name from pg_prepared_statements where statement like '%where name = $1'`;
            return (await pglite.query(sql)).rows;
        };
        const first = await planned();
        clock.now += 59_000;
        assert.deepEqual(await planned(), first);
        clock.now += 2000;
        const next = await planned();
        assert.notDeepEqual(next, first);
        assert.deepEqual(await planned(), next);
    });

    it('are taken up anew after the schema changed under one', async () => {
        await statements.run('create table wide (id int)', []);
        await statements.run('select * from wide where id = $1', [1]);
        await statements.run('alter table wide add column more text', []);
        await statements.run('insert into wide values ($1, $2)', [1, 'x']);
        await assert.rejects(statements.run('select * from wide where id = $1', [1]), { code: '0A000' });
        assert.deepEqual((await statements.run('select * from wide where id = $1', [1])).rows, [{ id: 1, more: 'x' }]);
    });

    it('are run one after the other when they come at once', async () => {
        const results = await Promise.allSettled(
            [1, 0, 3, 0, 5].map((n) => statements.run<{ n: number }>('select 10 / $1::int as n', [n]))
        );
        assert.deepEqual(
            results.map((result) => (result.status === 'fulfilled' ? result.value.rows[0]?.n : result.reason.code)),
            [10, '22012', 3, '22012', 2]
        );
    });

    it('are refused once the database is closed', async () => {
        const closing = await PGlite.create();
        const statements = new Statements(closing);
        await statements.run('select $1::int', [1]);
        await closing.close();
        await assert.rejects(statements.run('select $1::int', [1]), /closed/);
        await assert.rejects(statements.run('commit', []), /closed/);
    });
});

describe('the embedded dialect', () => {
    it('calls no transaction committed that the database rolled back', async (t) => {
        const db = new Kysely<Schema>({ dialect: new EmbeddedDialect(await PGlite.create()) });
        t.after(() => db.destroy());
        await migrateToLatest(db);
        const swallowing = db.transaction().execute(async (trx) => {
            await trx.insertInto('conversation').values({ tenant: 'acme', conversation_id: ID }).execute();
            await trx
                .insertInto('conversation')
                .values({ tenant: 'acme', conversation_id: ID })
                .execute()
                .catch(() => {});
        });
        await assert.rejects(swallowing, /rolled back/);
        assert.deepEqual(await db.selectFrom('conversation').selectAll().execute(), []);
    });
});

describe('the queries of the journal on the embedded Postgres', () => {
    let pglite: PGlite;
    let db: Kysely<Schema>;
    const queries = new Map<string, CompiledQuery>();

    before(async () => {
        pglite = await PGlite.create();
        db = new Kysely<Schema>({
            dialect: new EmbeddedDialect(pglite),
            log: ({ query }) => void queries.set(query.sql, query)
        });
        await migrateToLatest(db);
        queries.clear();
        await useAll(createJournal(databaseOf(db), 'acme'));
    });

    it('give what PGlite gives itself', async () => {
        const bySelf = async ({ sql, parameters }: CompiledQuery) => {
            const { rows, affectedRows } = await pglite.query(sql, [...parameters]);
            return { rows, numAffectedRows: BigInt(affectedRows ?? 0) };
        };
        const byUs = (query: CompiledQuery) => db.executeQuery(query);
        for (const query of [...queries.values()]) {
            const results = [];
            for (const run of [bySelf, byUs, byUs]) {
                await pglite.query('begin');
                results.push(await run(query).catch((error: { code?: unknown }) => ({ code: error.code })));
                await pglite.query('rollback');
            }
            const [expected, ...actual] = results;
            for (const result of actual) assert.deepEqual(result, expected, query.sql);
        }
    });
});

/** Runs every query of the journal. */
async function useAll(journal: Journal): Promise<void> {
    const [id, other] = [newConversation(), newConversation()];
    const at = new Date();
    const nativeBlock = { status: 'blocked', reason: null, at } as const;
    const operation = await accept(journal, id, BLOCK);
    await journal.startNativeCall(operation);
    await journal.endNativeCall(operation, { nativeBlock, inFlightMs: 1 });
    await journal.progress(id, operation.id);
    await journal.complete(operation, confirmed({ nativeBlock }));
    const contact = { channel: 'WHATSAPP', customerName: 'Maria Lopez', lastInboundAt: at };
    const observedState = { state: 'OPEN', at, source: 'webhook' } as const;
    await journal.recordFindings(id, () => ({ contact, observedState, blockEndedBy: { state: 'OPEN', at } }), {
        id: 'm',
        modifiedAt: at
    });
    await carryOut(journal, id, BLOCK, unknown({ inFlightMs: 1 }));
    await journal.claimDue(5);
    await carryOut(journal, other, BLOCK, unknown({ againMs: 0 }));
    await carryOut(journal, other, UNBLOCK, failed(await journal.read(other)));
    const [claimed] = await journal.claimDue(5);
    assert.ok(claimed);
    await journal.complete(claimed, confirmed());
    await accept(journal, other, UNBLOCK, { endsOpenBlock: 'agent', by: ANA });
    await journal.recordFindings(other, () => ({ resolvedBy: { by: ANA, status: 'blocked' } }));
    const [newest] = await journal.history(id, { limit: 1 });
    await journal.history(id, { before: newest?.number ?? null });
    await journal.read(other);
}
