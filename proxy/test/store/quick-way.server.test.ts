import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { Client } from 'pg';
import type { AgentName } from '#contract';
import { NOTHING_STORED, type ConversationRecord } from '../../src/conversations/knowledge/records.ts';
import type { AcceptedOperation, Journal } from '../../src/conversations/protocol/journal.ts';
import type { Acceptance } from '../../src/conversations/rules/decision.ts';
import { openStore, type StoreOptions } from '../../src/store/store.ts';
import { accepting, ANA, BLOCK, carryOut, confirmed, SAM, UNBLOCK } from '../support/commands.ts';
import { hasCode } from '../support/failures.ts';
import { newConversation } from '../support/journal.ts';
import { postgresForFile, skip } from '../support/postgres-for-file.ts';
import { startRelay } from '../support/relay.ts';

/** The database refuses what they ask for. */
const POISON: AgentName = { id: '005000000000009AAA', name: 'Poison' };

describe('what goes together in one statement', { skip }, () => {
    const postgres = postgresForFile();

    async function open(t: TestContext, databaseUrl: string, options: StoreOptions = {}): Promise<Journal> {
        const store = await openStore({ databaseUrl }, options);
        t.after(() => store.close());
        return store.journalOf('acme');
    }

    async function session(t: TestContext, databaseUrl: string): Promise<Client> {
        const client = new Client({ connectionString: databaseUrl });
        await client.connect();
        t.after(() => client.end());
        return client;
    }

    /** Asked for in one turn of the event loop, so that they go together. */
    function conversations(count = 40) {
        return Array.from({ length: count }, newConversation);
    }

    function blockAll(journal: Journal, ids: readonly string[], known: ConversationRecord = NOTHING_STORED) {
        return Promise.allSettled(ids.map((id) => journal.accept(id, ANA, accepting(BLOCK), known)));
    }

    async function accepted(journal: Journal, ids: readonly string[]): Promise<AcceptedOperation[]> {
        const results = await blockAll(journal, ids);
        return results.map((result) => {
            assert.ok(result.status === 'fulfilled' && result.value.kind === 'accepted');
            return result.value.operation;
        });
    }

    /** How many rows are there, and how many transactions wrote them last. */
    async function writesOf(client: Client, rowsOf: string): Promise<{ rows: number; transactions: number }> {
        const { rows } = await client.query<{ rows: number; transactions: number }>(
            `select count(*)::int as rows, count(distinct xmin::text)::int as transactions from ${rowsOf}`
        );
        return rows[0] as { rows: number; transactions: number };
    }

    it('is written in one transaction', async (t) => {
        const url = await postgres.newDatabase();
        const journal = await open(t, url);
        const client = await session(t, url);
        const operations = await accepted(journal, conversations());
        assert.deepEqual(await writesOf(client, 'operation'), { rows: 40, transactions: 1 });
        await Promise.all(operations.map((operation) => journal.complete(operation, confirmed())));
        assert.deepEqual(await writesOf(client, 'block'), { rows: 40, transactions: 1 });
    });

    it('is read in one query where many look at the same moment, each its own', async (t) => {
        const url = await postgres.newDatabase();
        const journal = await open(t, url);
        const ids = conversations(5);
        for (const [index, id] of ids.entries()) {
            await carryOut(journal, id, { ...BLOCK, terms: { reason: `reason ${index}` } }, confirmed());
        }
        const asked = [...ids, newConversation(), ...ids];
        const records = await Promise.all(asked.map((id) => journal.read(id)));
        assert.deepEqual(
            records.map(({ openBlock }) => openBlock?.terms.reason),
            [...ids.map((_, index) => `reason ${index}`), undefined, ...ids.map((_, index) => `reason ${index}`)]
        );
    });

    it('does not fail because of a row that the database refuses, and that one leaves nothing behind', async (t) => {
        const url = await postgres.newDatabase();
        const journal = await open(t, url);
        const client = await session(t, url);
        await client.query(`
            create function refuse() returns trigger language plpgsql as $$ begin raise 'refused'; end $$;
            create trigger refused before insert on operation for each row when (new.agent_name = 'Poison')
                execute function refuse()`);
        const ids = conversations(6);
        const by = ids.map((_, index) => (index === 3 ? POISON : ANA));
        const results = await Promise.allSettled(
            ids.map((id, index) => journal.accept(id, by[index] ?? null, accepting(BLOCK), NOTHING_STORED))
        );
        assert.deepEqual(
            results.map((result) =>
                result.status === 'fulfilled' ? result.value.kind : hasCode('store-unavailable')(result.reason)
            ),
            ids.map((_, index) => (index === 3 ? true : 'accepted'))
        );
        assert.deepEqual(await journal.read(ids[3] ?? ''), NOTHING_STORED);
        assert.equal((await journal.read(ids[4] ?? '')).openBlock?.by.name, ANA.name);
    });

    it('takes text that was cut in the middle of an emoji, and what looks like it', async (t) => {
        const journal = await open(t, await postgres.newDatabase());
        const terms = { reason: 'cut \ud83d', note: 'typed \\ud83d and \\u0000, and sent \u0000' };
        const [id = ''] = conversations(1);
        const result = await journal.accept(id, ANA, accepting({ ...BLOCK, terms }), NOTHING_STORED);
        assert.equal(result.kind, 'accepted');
        const { openBlock } = await journal.read(id);
        const stored = { reason: 'cut \ufffd', note: 'typed \\ud83d and \\u0000, and sent \ufffd' };
        assert.deepEqual(openBlock?.terms, { ...stored, until: null });
        assert.equal((await journal.history(id))[0]?.terms.note, stored.note);
    });

    it('waits for nobody who holds the row of one of them', async (t) => {
        const url = await postgres.newDatabase();
        const journal = await open(t, url);
        const ids = conversations(4);
        for (const id of ids) await carryOut(journal, id, BLOCK, confirmed());
        const known = await Promise.all(ids.map((id) => journal.read(id)));
        const other = await session(t, url);
        await other.query('begin');
        await other.query('select from conversation where conversation_id = $1 for update', [ids[2]]);
        const asked = ids.map((id, index) => journal.accept(id, ANA, accepting(UNBLOCK), known[index]));
        const [held] = asked.splice(2, 1);
        assert.deepEqual(
            (await Promise.all(asked)).map(({ kind }) => kind),
            ['accepted', 'accepted', 'accepted']
        );
        assert.deepEqual(await writesOf(other, "operation where kind = 'unblock'"), { rows: 3, transactions: 1 });
        await other.query('rollback');
        assert.equal((await held)?.kind, 'accepted');
    });

    it('is judged anew where it was changed since it was read', async (t) => {
        const journal = await open(t, await postgres.newDatabase());
        const [id = ''] = conversations(1);
        const read = await journal.read(id);
        await carryOut(journal, id, BLOCK, confirmed());
        const judged: (boolean | undefined)[] = [];
        const judge = (record: ConversationRecord): Acceptance => {
            judged.push(record.openBlock?.confirmed);
            return accepting(UNBLOCK)();
        };
        assert.equal((await journal.accept(id, ANA, judge, read)).kind, 'accepted');
        assert.deepEqual(judged, [undefined, true]);
        assert.equal((await journal.history(id)).length, 2);
    });

    it('may have been accepted, all forty, where the commit got no answer, and is carried on', async (t) => {
        const url = await postgres.newDatabase();
        const relay = await startRelay(t, url);
        const journal = await open(t, relay.url, { leaseMs: 0 });
        const ids = conversations();
        relay.loseAnswerTo(ids[20] ?? '');
        for (const result of await blockAll(journal, ids)) {
            assert.ok(result.status === 'rejected' && hasCode('result-not-stored')(result.reason));
        }
        const sane = await open(t, url);
        const claimed = await sane.claimDue(100);
        assert.deepEqual(claimed.map(({ conversationId }) => conversationId).toSorted(), ids.toSorted());
    });

    it('is told as what may hold where the connection broke before the database had it, and nothing of it is', async (t) => {
        const url = await postgres.newDatabase();
        const relay = await startRelay(t, url);
        const journal = await open(t, relay.url);
        const ids = conversations();
        relay.lose(ids[20] ?? '');
        for (const result of await blockAll(journal, ids)) {
            assert.ok(result.status === 'rejected' && hasCode('result-not-stored')(result.reason));
        }
        for (const id of ids) assert.deepEqual(await journal.read(id), NOTHING_STORED);
    });

    it('is told as what may hold, all forty, where the confirmation got no answer', async (t) => {
        const url = await postgres.newDatabase();
        const relay = await startRelay(t, url);
        const journal = await open(t, relay.url);
        const operations = await accepted(journal, conversations());
        relay.loseAnswerTo(`"lease_id":"${operations[20]?.lease}"`);
        const results = await Promise.allSettled(
            operations.map((operation) => journal.complete(operation, confirmed()))
        );
        for (const result of results) {
            assert.ok(result.status === 'rejected' && hasCode('result-not-stored')(result.reason));
        }
        // It was carried out, so nothing is left to do; nobody is told more than what is known.
        assert.deepEqual(await journal.claimDue(100), []);
    });

    it('is accepted once where two proxies ask for the same conversations in batches', async (t) => {
        const url = await postgres.newDatabase();
        const [one, another] = [await open(t, url), await open(t, url)];
        const journals = [one, another];
        const ids = conversations(40);
        for (const command of [BLOCK, UNBLOCK, BLOCK]) {
            const known = await Promise.all(ids.map((id) => one.read(id)));
            const orders = [ids, ids.toReversed()];
            const results = await Promise.all(
                journals.map((journal, index) =>
                    Promise.all(
                        (orders[index] ?? []).map((id) =>
                            journal.accept(id, index === 0 ? ANA : SAM, accepting(command), known[ids.indexOf(id)])
                        )
                    )
                )
            );
            const kinds = results.flat().map(({ kind }) => kind);
            assert.equal(kinds.filter((kind) => kind === 'accepted').length, 40);
            assert.equal(kinds.filter((kind) => kind === 'busy').length, 40);
            for (const [index, journal] of journals.entries()) {
                const ours = (results[index] ?? []).flatMap((result) =>
                    result.kind === 'accepted' ? [result.operation] : []
                );
                await Promise.all(ours.map((operation) => journal.complete(operation, confirmed())));
            }
        }
        for (const id of ids) assert.equal((await one.history(id)).length, 3);
    });

    it('is confirmed by the transaction where a message was told at the same moment, and both are kept', async (t) => {
        const url = await postgres.newDatabase();
        const [journal, other] = [await open(t, url), await open(t, url)];
        const ids = conversations(30);
        const operations = await accepted(journal, ids);
        const seen = { state: 'OPEN', at: new Date(0), source: 'webhook' } as const;
        await Promise.all([
            ...operations.map((operation) => journal.complete(operation, confirmed())),
            ...ids.map((id) => other.recordFindings(id, () => ({ observedState: seen })))
        ]);
        for (const id of ids) {
            const { confirmedState, observedState, openBlock } = await journal.read(id);
            assert.deepEqual([confirmedState?.state, observedState?.state], ['BLOCKED', 'OPEN']);
            assert.equal(openBlock?.confirmed, true);
        }
    });

    it('is never confirmed by a proxy that lost the conversation', async (t) => {
        const url = await postgres.newDatabase();
        const late = await open(t, url, { leaseMs: 0 });
        const other = await open(t, url);
        const operations = await accepted(late, conversations(5));
        await other.claimDue(100);
        for (const operation of operations) {
            await assert.rejects(late.complete(operation, confirmed()), hasCode('result-not-stored'));
            assert.equal(await late.startNativeCall(operation), false);
        }
    });
});
