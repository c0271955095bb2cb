import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { sql, type Kysely } from 'kysely';
import { Client } from 'pg';
import { Failure } from '../../src/lib/failure.ts';
import type { Schema } from '../../src/store/schema.ts';
import { openServer } from '../../src/store/server/open-server.ts';
import { openStore } from '../../src/store/store.ts';
import { inTransaction } from '../../src/store/transaction.ts';
import { accept, accepting, ANA, BLOCK, carryOut, confirmed, UNBLOCK } from '../support/commands.ts';
import { newConversation } from '../support/journal.ts';
import { postgresForFile, skip } from '../support/postgres-for-file.ts';

describe('a Postgres server that is slow', { skip }, () => {
    const postgres = postgresForFile();

    async function session(t: TestContext, databaseUrl: string): Promise<Client> {
        const client = new Client({ connectionString: databaseUrl });
        await client.connect();
        t.after(() => client.end());
        return client;
    }

    async function open(t: TestContext, databaseUrl: string, transactionMs?: number): Promise<Kysely<Schema>> {
        const { db, close } = await openServer(databaseUrl, transactionMs);
        t.after(close);
        return db;
    }

    it('keeps nobody waiting for a conversation whose row somebody else holds, and serves all others', async (t) => {
        const databaseUrl = await postgres.newDatabase();
        const store = await openStore({ databaseUrl });
        t.after(() => store.close());
        const journal = store.journalOf('acme');
        const id = newConversation();
        await carryOut(journal, id, BLOCK, confirmed());
        const other = await session(t, databaseUrl);
        await other.query('begin');
        await other.query('select from conversation where conversation_id = $1 for update', [id]);
        const refused = journal.accept(id, ANA, accepting(UNBLOCK));
        const unaffected = accept(journal, newConversation(), BLOCK);
        await assert.rejects(refused, (error: unknown) => {
            assert.ok(error instanceof Failure);
            assert.equal(error.code, 'store-unavailable');
            assert.match(String(error.cause), /55P03/);
            return true;
        });
        await unaffected;
        await other.query('rollback');
        assert.equal((await accept(journal, id, UNBLOCK)).conversationId, id);
    });

    it('has a limit for each statement, and a shorter one for waiting for locks', async (t) => {
        const db = await open(t, await postgres.newDatabase());
        const { rows } = await sql<Record<string, string>>`
            select current_setting('statement_timeout') as statement, current_setting('lock_timeout') as lock`.execute(
            db
        );
        assert.deepEqual(rows, [{ statement: '5s', lock: '2s' }]);
    });

    it('has a transaction given up whose statements together take too long, and nothing of it is kept', async (t) => {
        const db = await open(t, await postgres.newDatabase(), 400);
        await sql`create table noted (number int)`.execute(db);
        let done = 0;
        const work = inTransaction(db, async (trx) => {
            for (; done < 20; done += 1) {
                await sql`insert into noted select ${done}::int from pg_sleep(0.1)`.execute(trx);
            }
        });
        await assert.rejects(work, /took too long and is given up|Query read timeout/);
        assert.ok(done < 20);
        const { rows } = await sql`select number from noted`.execute(db);
        assert.deepEqual(rows, []);
    });

    it('has a transaction given up in the middle of a statement, and lets go of what it held', async (t) => {
        const databaseUrl = await postgres.newDatabase();
        const db = await open(t, databaseUrl, 300);
        await sql`create table held (number int)`.execute(db);
        const work = inTransaction(db, async (trx) => {
            await sql`lock table held`.execute(trx);
            await sql`select pg_sleep(2)`.execute(trx);
        });
        await assert.rejects(work);
        const { rows } = await sql`select number from held`.execute(db);
        assert.deepEqual(rows, []);
    });

    it('limits nothing beyond the end of a transaction on the same connection', async (t) => {
        const db = await open(t, await postgres.newDatabase(), 300);
        await db.connection().execute(async (connection) => {
            for (const end of ['commit', 'rollback']) {
                await sql`begin`.execute(connection);
                await sql.raw(end).execute(connection);
                await sql`select pg_sleep(0.4)`.execute(connection);
            }
        });
    });

    it('gives work outside of transactions, and each transaction anew, all of its time', async (t) => {
        const db = await open(t, await postgres.newDatabase(), 400);
        for (let round = 0; round < 3; round += 1) {
            await inTransaction(db, (trx) => sql`select pg_sleep(0.2)`.execute(trx));
        }
        await sql`select pg_sleep(0.6)`.execute(db);
    });
});
