import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { describe, it, type TestContext } from 'node:test';
import { inspect, promisify } from 'node:util';
import { Client } from 'pg';
import { openStore, type Store, type StoreOptions } from '../../src/store/store.ts';
import { accept, accepting, ANA, BLOCK, carryOut, confirmed, unknown, SAM, UNBLOCK } from '../support/commands.ts';
import { hasCode } from '../support/failures.ts';
import { newConversation } from '../support/journal.ts';
import { postgresForFile, skip } from '../support/postgres-for-file.ts';
import { startRelay } from '../support/relay.ts';

const run = promisify(execFile);
const STORE = new URL('../../src/store/store.ts', import.meta.url).href;

describe('the store on a Postgres server', { skip }, () => {
    const postgres = postgresForFile();

    async function open(t: TestContext, databaseUrl: string, options: StoreOptions = {}): Promise<Store> {
        const store = await openStore({ databaseUrl }, options);
        t.after(() => store.close());
        return store;
    }

    async function asAdmin(databaseUrl: string, statement: string): Promise<void> {
        const client = new Client({ connectionString: databaseUrl });
        await client.connect();
        await client.query(statement);
        await client.end();
    }

    it('is brought up to date once by processes that start at the same time', async () => {
        const databaseUrl = await postgres.newDatabase();
        const program = `
            const { openStore } = await import(${JSON.stringify(STORE)});
            const store = await openStore({ databaseUrl: process.argv[1] });
            console.log(await store.isReachable());
            await store.close();`;
        const start = () => run(process.execPath, ['--input-type=module', '-e', program, databaseUrl]);
        const outputs = await Promise.all([start(), start(), start()]);
        assert.deepEqual(
            outputs.map(({ stdout }) => stdout),
            ['true\n', 'true\n', 'true\n']
        );
    });

    describe('shared by two processes', () => {
        it('accepts one of many commands at once', async (t) => {
            const url = await postgres.newDatabase();
            const journals = [await open(t, url), await open(t, url)].map((store) => store.journalOf('acme'));
            for (const id of Array.from({ length: 20 }, newConversation)) {
                const commands = [BLOCK, UNBLOCK, BLOCK, UNBLOCK].flatMap((command) =>
                    journals.map((journal) => journal.accept(id, ANA, accepting(command)))
                );
                const kinds = (await Promise.all(commands)).map(({ kind }) => kind).toSorted();
                assert.deepEqual(kinds, ['accepted', ...Array.from({ length: 7 }, () => 'busy')]);
            }
        });

        it('accepts commands, messages and answers of one conversation at once, and loses none', async (t) => {
            const url = await postgres.newDatabase();
            const stores = [await open(t, url, { leaseMs: 0 }), await open(t, url, { leaseMs: 0 })];
            const journals = stores.map((store) => store.journalOf('acme'));
            const id = newConversation();
            const accepted: string[] = [];
            const wereConfirmed: string[] = [];
            const work = journals.flatMap((journal, process) =>
                Array.from({ length: 20 }, async (_, turn) => {
                    const at = new Date(turn + 1);
                    const seen = { state: 'OPEN', at, source: 'webhook' } as const;
                    await journal.recordFindings(id, () => ({ observedState: seen }), {
                        id: `${process} ${turn}`,
                        modifiedAt: at
                    });
                    const operation = await accept(journal, id, turn % 2 === 0 ? BLOCK : UNBLOCK);
                    accepted.push(operation.id);
                    // The lease is over, so the next one may have taken its place.
                    await journal.claimDue(1);
                    await journal.complete(operation, confirmed()).then(
                        () => wereConfirmed.push(operation.id),
                        (error: unknown) => assert.ok(hasCode('result-not-stored')(error), String(error))
                    );
                })
            );
            await Promise.all(work);
            const history = await stores[0]?.journalOf('acme').history(id);
            assert.deepEqual(history?.map((entry) => entry.id).toSorted(), accepted.toSorted());
            const ended = history.filter(({ outcome }) => outcome === 'confirmed').map((entry) => entry.id);
            assert.deepEqual(ended.toSorted(), wereConfirmed.toSorted());
            assert.ok(history.filter(({ endedAt }) => endedAt === null).length <= 1);
            assert.deepEqual((await journals[0]?.read(id))?.observedState?.at, new Date(20));
        });

        it('gives what is due to one of them', async (t) => {
            const url = await postgres.newDatabase();
            const [first, second] = [await open(t, url), await open(t, url)].map((store) => store.journalOf('acme'));
            assert.ok(first !== undefined && second !== undefined);
            const ids = Array.from({ length: 20 }, newConversation);
            for (const id of ids) await carryOut(first, id, BLOCK, unknown({ againMs: 0 }));
            const claims = [first, second, first, second].map((journal) => journal.claimDue(20));
            const claimed = (await Promise.all(claims)).flat();
            assert.deepEqual(claimed.map(({ conversationId }) => conversationId).toSorted(), ids.toSorted());
        });

        it('leaves what one carries out to it while the other starts', async (t) => {
            const url = await postgres.newDatabase();
            const id = newConversation();
            const operation = await accept((await open(t, url)).journalOf('acme'), id, BLOCK);
            const journal = (await open(t, url)).journalOf('acme');
            assert.deepEqual(await journal.claimDue(10), []);
            const result = await journal.accept(id, SAM, accepting(UNBLOCK));
            assert.equal(result.kind === 'busy' && result.unfinished.id, operation.id);
        });

        it('shows each at once what the other wrote', async (t) => {
            const url = await postgres.newDatabase();
            const [writer, reader] = [await open(t, url), await open(t, url)].map((store) => store.journalOf('acme'));
            assert.ok(writer !== undefined && reader !== undefined);
            const id = newConversation();
            await reader.read(id);
            await carryOut(writer, id, BLOCK, confirmed());
            assert.equal((await reader.read(id)).confirmedState?.state, 'BLOCKED');
        });
    });

    it('says that it is not there, and works again as soon as it is, with all that was accepted', async (t) => {
        const store = await open(t, await postgres.newDatabase());
        const journal = store.journalOf('acme');
        const id = newConversation();
        const operation = await accept(journal, id, BLOCK);
        await postgres.server.stop('immediate');
        assert.equal(await store.isReachable(), false);
        await assert.rejects(journal.read(id), hasCode('store-unavailable'));
        await assert.rejects(journal.accept(id, SAM, accepting(UNBLOCK)), hasCode('store-unavailable'));
        await assert.rejects(journal.startNativeCall(operation), hasCode('store-unavailable'));
        await assert.rejects(journal.claimDue(1), hasCode('store-unavailable'));
        await assert.rejects(
            journal.recordFindings(id, () => null),
            hasCode('store-unavailable')
        );
        await assert.rejects(journal.complete(operation, confirmed()), hasCode('result-not-stored'));
        await postgres.server.start();
        assert.equal(await store.isReachable(), true);
        assert.equal((await journal.read(id)).unfinished?.id, operation.id);
        assert.equal((await journal.complete(operation, confirmed())).confirmedState?.state, 'BLOCKED');
    });

    it('says of a command whose commit got no answer that it may hold, and carries it on', async (t) => {
        const url = await postgres.newDatabase();
        const journal = (await open(t, url)).journalOf('acme');
        const id = newConversation();
        await carryOut(journal, id, BLOCK, confirmed());
        const relay = await startRelay(t, url);
        const cutOff = (await open(t, relay.url, { leaseMs: 0 })).journalOf('acme');
        relay.loseNextCommit();
        const note = 'what nobody but agents may read';
        await assert.rejects(cutOff.accept(id, SAM, accepting({ ...UNBLOCK, terms: { note } })), (error) => {
            assert.doesNotMatch(inspect(error, { depth: 9 }), new RegExp(note));
            return hasCode('result-not-stored')(error);
        });
        const [accepted] = await journal.history(id);
        assert.deepEqual([accepted?.kind, accepted?.outcome], ['unblock', 'pending']);
        const [claimed] = await journal.claimDue(10);
        assert.equal(claimed?.id, accepted?.id);
    });

    it('replaces connections that are lost', async (t) => {
        const url = await postgres.newDatabase();
        const store = await open(t, url);
        const ids = Array.from({ length: 10 }, newConversation);
        await Promise.all(ids.map((id) => store.journalOf('acme').read(id)));
        await asAdmin(
            postgres.server.url,
            `select pg_terminate_backend(pid) from pg_stat_activity
            where application_name = 'gotallo-proxy'`
        );
        const answers = await Promise.allSettled(ids.map((id) => store.journalOf('acme').read(id)));
        const refused = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason as unknown] : []));
        assert.ok(refused.every(hasCode('store-unavailable')), String(refused[0]));
        assert.equal(await store.isReachable(), true);
    });

    it('refuses commands while it can only be read, and still shows what it holds', async (t) => {
        const url = await postgres.newDatabase();
        const id = newConversation();
        const before = await openStore({ databaseUrl: url });
        await carryOut(before.journalOf('acme'), id, BLOCK, confirmed());
        await before.close();
        const database = new URL(url).pathname.slice(1);
        await asAdmin(postgres.server.url, `alter database ${database} set default_transaction_read_only = on`);
        const store = await open(t, url);
        const journal = store.journalOf('acme');
        assert.equal((await journal.read(id)).confirmedState?.state, 'BLOCKED');
        await assert.rejects(journal.accept(id, ANA, accepting(UNBLOCK)), hasCode('store-unavailable'));
        assert.equal((await journal.history(id)).length, 1);
        assert.equal(await store.isReachable(), false);
    });

    it('cannot be opened where there is no server or no such database, and names no password', async () => {
        const { port } = new URL(postgres.server.url);
        const refused = [`postgres://me:pass-word@127.0.0.1:1/none`, `postgres://me:pass-word@127.0.0.1:${port}/none`];
        for (const databaseUrl of refused) {
            await assert.rejects(openStore({ databaseUrl }), (error: Error) => {
                assert.ok(!inspect(error, { depth: null, showHidden: true }).includes('pass-word'));
                return true;
            });
        }
    });
});

describe('the store on a Postgres server that is full', { skip }, () => {
    const postgres = postgresForFile({ maxFileKiB: 2048 });

    it('refuses commands, keeps what it accepted, and works again when there is room', async (t) => {
        const url = await postgres.newDatabase();
        const store = await openStore({ databaseUrl: url });
        t.after(() => store.close());
        const journal = store.journalOf('acme');
        const first = newConversation();
        const operation = await accept(journal, first, BLOCK);
        const client = new Client({ connectionString: url });
        await client.connect();
        t.after(() => client.end());
        await fill(client);
        const id = newConversation();
        const note = 'x'.repeat(2000);
        await assert.rejects(
            journal.accept(id, ANA, accepting({ ...BLOCK, terms: { note } })),
            hasCode('store-unavailable')
        );
        assert.deepEqual(await journal.history(id), []);
        assert.equal((await journal.history(first))[0]?.id, operation.id);
        await client.query("delete from operation where tenant = 'filler'");
        await client.query('vacuum full operation');
        assert.equal((await accept(journal, id, { ...BLOCK, terms: { note } })).conversationId, id);
        assert.equal((await journal.complete(operation, confirmed())).openBlock?.confirmed, true);
    });

    /** Fills the journal's table until not even one small row fits. */
    async function fill(client: Client): Promise<void> {
        for (const rows of [1000, 100, 10, 1]) {
            const insert = `
                insert into operation (id, tenant, conversation_id, kind, target, accepted_at, ended_at)
                select gen_random_uuid(), 'filler', gen_random_uuid(), 'state', 'OPEN', now(), now()
                from generate_series(1, ${rows})`;
            let isFull = false;
            while (!isFull) {
                isFull = await client.query(insert).then(
                    () => false,
                    () => true
                );
            }
        }
    }
});
