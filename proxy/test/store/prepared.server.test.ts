import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { sql, type Kysely } from 'kysely';
import { Client } from 'pg';
import { createJournal } from '../../src/store/create-journal.ts';
import { databaseOf } from '../../src/store/database.ts';
import type { Schema } from '../../src/store/schema.ts';
import { openServer } from '../../src/store/server/open-server.ts';
import { BLOCK, carryOut, confirmed } from '../support/commands.ts';
import { newConversation } from '../support/journal.ts';
import { postgresForFile, skip } from '../support/postgres-for-file.ts';

interface Kept {
    name: string;
    statement: string;
}

describe('statements on a Postgres server', { skip }, () => {
    const postgres = postgresForFile();

    async function open(t: TestContext, databaseUrl?: string): Promise<Kysely<Schema>> {
        const { db, close } = await openServer(databaseUrl ?? (await postgres.newDatabase()));
        t.after(close);
        return db;
    }

    async function keptBy(connection: Kysely<Schema>): Promise<Kept[]> {
        return (await sql<Kept>`select name, statement from pg_prepared_statements`.execute(connection)).rows;
    }

    it('are kept by each connection once, under a name that follows from the text', async (t) => {
        const databaseUrl = await postgres.newDatabase();
        const names = [];
        for (const db of [await open(t, databaseUrl), await open(t, databaseUrl)]) {
            const kept = await db.connection().execute(async (connection) => {
                // Another order would give other numbers.
                if (names.length > 0) await sql`select ${2}::int as other`.execute(connection);
                for (const n of [1, 2, 3]) {
                    const { rows } = await sql<{ n: number }>`select ${n}::int as n`.execute(connection);
                    assert.deepEqual(rows, [{ n }]);
                }
                return keptBy(connection);
            });
            const ours = kept.filter(({ statement }) => statement === 'select $1::int as n');
            assert.equal(ours.length, 1);
            names.push(ours[0]?.name);
        }
        assert.equal(names[0], names[1]);
    });

    it('are not kept when they have no parameters', async (t) => {
        const db = await open(t);
        const kept = await db.connection().execute(async (connection) => {
            await sql`select 1 as one`.execute(connection);
            return keptBy(connection);
        });
        assert.ok(kept.every(({ statement }) => statement.includes('$1')));
    });

    it('say which error it was, and leave the connection ready for the next one', async (t) => {
        const db = await open(t);
        await db.connection().execute(async (connection) => {
            const failing = {
                '22012': () => sql`select 1 / ${0}::int`.execute(connection),
                '22P02': () => sql`select ${'no uuid'}::uuid`.execute(connection),
                '42P01': () => sql`select ${1}::int from nowhere`.execute(connection)
            };
            for (const [code, fail] of Object.entries(failing)) {
                await assert.rejects(fail(), { code });
                await assert.rejects(fail(), { code });
                await sql`begin`.execute(connection);
                await assert.rejects(fail(), { code });
                await assert.rejects(sql`select ${1}::int as n`.execute(connection), { code: '25P02' });
                await sql`rollback`.execute(connection);
                assert.deepEqual((await sql`select ${1}::int as n`.execute(connection)).rows, [{ n: 1 }]);
            }
        });
    });

    it('go on while another process brings new columns', async (t) => {
        const databaseUrl = await postgres.newDatabase();
        const db = await open(t, databaseUrl);
        const journal = createJournal(databaseOf(db), 'acme');
        const id = newConversation();
        const readAll = async () => ({ record: await journal.read(id), history: await journal.history(id) });
        await carryOut(journal, id, BLOCK, confirmed());
        const before = await readAll();
        const client = new Client({ connectionString: databaseUrl });
        await client.connect();
        t.after(() => client.end());
        for (const table of ['conversation', 'operation', 'block']) {
            await client.query(`alter table ${table} add column later text`);
        }
        assert.deepEqual(await readAll(), before);
        await carryOut(journal, id, BLOCK, confirmed());
        assert.equal((await journal.history(id)).length, 2);
    });
});
