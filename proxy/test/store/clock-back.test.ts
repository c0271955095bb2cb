import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { createJournal } from '../../src/store/create-journal.ts';
import { databaseOf } from '../../src/store/database.ts';
import { migrateToLatest } from '../../src/store/migrate.ts';
import { accept, BLOCK, carryOut, SAM, UNBLOCK, unknown } from '../support/commands.ts';
import { emptyDatabase } from '../support/empty-database.ts';
import { newConversation } from '../support/journal.ts';

describe("when the database's clock was put back a day", () => {
    async function journalOfYesterday(t: Parameters<typeof emptyDatabase>[0]) {
        const db = await emptyDatabase(t);
        await migrateToLatest(db);
        const journal = createJournal(databaseOf(db), 'acme', { leaseMs: 60_000 });
        const putBack = () =>
            sql`update conversation set due_at = due_at + interval '1 day',
                in_flight_until = in_flight_until + interval '1 day',
                native_in_flight_until = native_in_flight_until + interval '1 day'`.execute(db);
        return { journal, id: newConversation(), putBack };
    }

    it('holds nobody to a lease from tomorrow, and takes up what it was for', async (t) => {
        const { journal, id, putBack } = await journalOfYesterday(t);
        const { id: left } = await accept(journal, id, BLOCK);
        await putBack();
        assert.equal((await journal.read(id)).unfinished?.isLeased, false);
        assert.equal((await journal.claimDue(1))[0]?.id, left);
    });

    it('takes nothing for in flight until tomorrow', async (t) => {
        const { journal, id, putBack } = await journalOfYesterday(t);
        const operation = await accept(journal, id, BLOCK);
        await journal.startNativeCall(operation);
        await journal.complete(operation, unknown({ inFlightMs: 60_000, againMs: 60_000 }));
        await putBack();
        const { inFlight, nativeInFlightMs } = await journal.read(id);
        assert.deepEqual([inFlight?.isOver, nativeInFlightMs], [true, 0]);
    });

    it('does not wait until tomorrow to send a target again', async (t) => {
        const { journal, id, putBack } = await journalOfYesterday(t);
        await carryOut(journal, id, UNBLOCK, unknown({ againMs: 3_600_000 }), SAM);
        assert.deepEqual(await journal.claimDue(1), []);
        await putBack();
        assert.equal((await journal.claimDue(1)).length, 1);
    });
});
