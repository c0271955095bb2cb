import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { Client } from 'pg';
import { postgresForFile, skip } from '../../proxy/test/support/postgres-for-file.ts';
import { INVARIANTS } from '../invariants/violation.ts';
import { DatabaseLine } from '../stand/database-line.ts';
import type { Edit } from '../stand/proxy-copy.ts';
import { journalsWith } from './support/journals.ts';
import { STORE_STORIES, type StoreScene } from './support/store-stories.ts';

describe('a story of what goes together in one statement', { skip }, () => {
    const postgres = postgresForFile();

    async function scene(t: TestContext, edits: readonly Edit[]): Promise<StoreScene> {
        const journal = await journalsWith(edits, t);
        const databaseUrl = await postgres.newDatabase();
        const line = await DatabaseLine.open(databaseUrl);
        t.after(() => line.close());
        const session = new Client({ connectionString: databaseUrl });
        await session.connect();
        t.after(() => session.end());
        return {
            brief: await journal(line.url, 0),
            first: await journal(databaseUrl),
            second: await journal(databaseUrl),
            line,
            session
        };
    }

    for (const { name, mistake, invariant, play } of STORE_STORIES) {
        it(`breaks with ${name}`, async (t) => {
            const broken = await play(await scene(t, [mistake]));
            t.diagnostic(`${INVARIANTS[invariant]}: ${broken}`);
            assert.notEqual(broken, null);
        });

        it(`does not break without ${name}`, async (t) => {
            assert.equal(await play(await scene(t, [])), null);
        });
    }
});
