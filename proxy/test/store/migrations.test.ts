import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql, type Kysely } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';
import { journal } from '../../src/store/migrations/0001-journal.ts';
import { protocol } from '../../src/store/migrations/0002-protocol.ts';
import { MIGRATIONS } from '../../src/store/migrations/index.ts';
import { KyselyJournal } from '../../src/store/kysely-journal.ts';
import type { Schema } from '../../src/store/schema.ts';
import { newConversation } from '../support/journal.ts';
import { emptyDatabase } from '../support/empty-database.ts';

describe('a store from before the block protocol', () => {
    it('keeps its blocks and history, and ends what was under way as unknown', async (t) => {
        const db = await emptyDatabase(t);
        await migratorOf(db, { '0001-journal': journal }).migrateToLatest();
        const [left, done] = [newConversation(), newConversation()];
        await sql`insert into conversation values
            ('acme', ${left}::uuid, 'OPEN', '2026-01-01 10:00Z', 'block', '2026-01-01 11:00Z'),
            ('acme', ${done}::uuid, 'BLOCKED', '2026-01-01 10:00Z', null, null)`.execute(db);
        const insert = (id: string, outcome: string, ended: string | null) => sql`
            insert into operation (id, tenant, conversation_id, kind, wish, reason, note, agent_id, agent_name,
                accepted_at, ended_at, outcome)
            values (gen_random_uuid(), 'acme', ${id}::uuid, 'block', 'BLOCKED', 'Spam', null, '005', 'Ana',
                '2026-01-01 11:00Z', ${ended}::timestamptz, ${outcome})`;
        // Two of one conversation were possible then.
        await insert(left, 'under-way', null).execute(db);
        await insert(left, 'under-way', null).execute(db);
        await insert(done, 'confirmed', '2026-01-01 11:00Z').execute(db);
        await sql`insert into block (id, tenant, conversation_id, agent_id, agent_name, since, confirmed)
            values (gen_random_uuid(), 'acme', ${done}::uuid, '005', 'Ana', '2026-01-01 11:00Z', true)`.execute(db);

        const started = Date.now();
        const { error } = await migratorOf(db, MIGRATIONS).migrateToLatest();
        assert.equal(error, undefined);

        const acme = new KyselyJournal(db, 'acme');
        const interrupted = await acme.read(left);
        assert.equal(interrupted.unfinished, null);
        assert.equal(interrupted.doubt?.kind, 'block');
        assert.ok(interrupted.doubt.at.getTime() >= started - 1000);
        const outcomes = (await acme.history(left)).map(({ outcome, failure }) => `${outcome} ${failure}`);
        assert.deepEqual(outcomes, ['unknown interrupted', 'unknown interrupted']);
        assert.equal((await acme.read(done)).openBlock?.confirmed, true);
        assert.equal((await acme.history(done))[0]?.outcome, 'confirmed');
        assert.deepEqual(await acme.claimDue(10), []);
    });
});

describe('a store from before timed blocks', () => {
    it('keeps its blocks without an end, what waits to be tried again, and who did what', async (t) => {
        const db = await emptyDatabase(t);
        const older = { '0001-journal': journal, '0002-protocol': protocol };
        await migratorOf(db, older).migrateToLatest();
        const id = newConversation();
        await sql`insert into conversation (tenant, conversation_id, state, state_at, platform_status, platform_at)
            values ('acme', ${id}::uuid, 'BLOCKED', '2026-01-01 10:00Z', 'blocked', '2026-01-01 10:00Z')`.execute(db);
        await sql`insert into block (id, tenant, conversation_id, agent_id, agent_name, reason, since, confirmed)
            values (gen_random_uuid(), 'acme', ${id}::uuid, '005', 'Ana', 'Spam', '2026-01-01 10:00Z', true)`.execute(
            db
        );
        await sql`insert into operation (id, tenant, conversation_id, kind, wish, agent_id, agent_name, accepted_at,
                ended_at, outcome, reason_said, note_said, lease_until)
            values (gen_random_uuid(), 'acme', ${id}::uuid, 'platform-block', 'blocked', null, null,
                    '2026-01-01 09:00Z', '2026-01-01 09:00Z', 'confirmed', true, true, null),
                (gen_random_uuid(), 'acme', ${id}::uuid, 'block', 'BLOCKED', '005', 'Ana',
                    '2026-01-01 10:00Z', null, 'unknown', false, false, '2026-01-01 10:01Z')`.execute(db);
        assert.equal((await migratorOf(db, MIGRATIONS).migrateToLatest()).error, undefined);

        const acme = new KyselyJournal(db, 'acme');
        const { openBlock, undoable, undone, platform } = await acme.read(id);
        assert.deepEqual([openBlock?.by.name, openBlock?.reason, openBlock?.until], ['Ana', 'Spam', null]);
        assert.deepEqual([undoable, undone, platform?.status], [null, null, 'blocked']);
        assert.deepEqual(
            (await acme.history(id)).map(({ kind, origin, until, undoes }) => [kind, origin, until, undoes]),
            [
                ['block', 'agent', null, null],
                ['platform-block', 'evidence', null, null]
            ]
        );
        assert.deepEqual(await acme.claimDueEnds(10), []);
        const [due] = await acme.claimDue(10);
        assert.deepEqual([due?.wish.reason, due?.wish.until, due?.wish.undoes], [undefined, undefined, undefined]);
    });
});

function migratorOf(db: Kysely<Schema>, migrations: Readonly<Record<string, Migration>>): Migrator {
    return new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } });
}
