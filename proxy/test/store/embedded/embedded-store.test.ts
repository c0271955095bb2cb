import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { chmod, readdir, writeFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { promisify } from 'node:util';
import type { Failure } from '../../../src/lib/failure.ts';
import { lockFolder, StoreInUse } from '../../../src/store/embedded/folder-lock.ts';
import { openStore } from '../../../src/store/store.ts';
import { accept, accepting, ANA, BLOCK, carryOut, confirmed, unknown, UNBLOCK } from '../../support/commands.ts';
import { hasCode } from '../../support/failures.ts';
import { newConversation } from '../../support/journal.ts';
import { temporaryFolder } from '../../support/proxy-process.ts';
import { startStoreProcess } from '../../support/store-process.ts';

const run = promisify(execFile);
const NOBODY = 65_534;

describe('the embedded store', () => {
    it('keeps what was accepted over a restart, and has it taken up at once', async (t) => {
        const dataDir = await temporaryFolder(t);
        const [left, waiting, done] = [newConversation(), newConversation(), newConversation()];
        const first = await openStore({ dataDir });
        const operation = await accept(first.journalOf('acme'), left, BLOCK);
        await carryOut(first.journalOf('acme'), waiting, BLOCK, unknown({ againMs: 600_000 }));
        await carryOut(first.journalOf('acme'), done, BLOCK, confirmed());
        await first.close();

        const second = await openStore({ dataDir });
        t.after(() => second.close());
        const journal = second.journalOf('acme');
        assert.equal((await journal.read(left)).unfinished?.isLeased, false);
        assert.equal((await journal.read(left)).unfinished?.isInDoubt, true);
        assert.equal((await journal.read(done)).openBlock?.confirmed, true);
        const claimed = await journal.claimDue(10);
        assert.deepEqual(
            claimed.map(({ id, tries, outcome }) => ({ id, tries, outcome })),
            [{ id: operation.id, tries: 1, outcome: 'pending' }]
        );
    });

    it('has what was sent before a restart in flight for as long as the lease would have lasted', async (t) => {
        const dataDir = await temporaryFolder(t);
        const id = newConversation();
        const first = await openStore({ dataDir }, { leaseMs: 60_000 });
        await first.journalOf('acme').startNativeCall(await accept(first.journalOf('acme'), id, BLOCK));
        await first.close();

        const second = await openStore({ dataDir }, { leaseMs: 60_000 });
        t.after(() => second.close());
        const { nativeBlock, nativeInFlightMs, inFlight } = await second.journalOf('acme').read(id);
        assert.equal(nativeBlock?.status, 'unconfirmed');
        assert.ok(nativeInFlightMs > 50_000, String(nativeInFlightMs));
        assert.deepEqual(inFlight, { state: 'BLOCKED', isOver: false });
    });

    it('is refused to a second process at once, which does not disturb the first', async (t) => {
        const dataDir = await temporaryFolder(t);
        const store = await openStore({ dataDir });
        t.after(() => store.close());
        const second = startStoreProcess(t);
        assert.deepEqual(await second.ask({ open: dataDir }), { failed: 'StoreInUse' });
        const { conversationId } = await accept(store.journalOf('acme'), newConversation(), BLOCK);
        assert.notEqual((await store.journalOf('acme').read(conversationId)).unfinished, null);
        assert.deepEqual(await second.ask({ open: dataDir }), { failed: 'StoreInUse' });
        await assert.rejects(
            openStore({ dataDir }),
            (error) => error instanceof StoreInUse && error.folder === dataDir
        );
    });

    it('opens at once after a process that was killed, with all that it accepted', async (t) => {
        const dataDir = await temporaryFolder(t);
        const killed = startStoreProcess(t);
        assert.deepEqual(await killed.ask({ open: dataDir }), { done: true });
        const ids = Array.from({ length: 5 }, newConversation);
        for (const id of ids) assert.deepEqual(await killed.ask({ accept: id }), { done: true });
        await killed.kill();
        const store = await openStore({ dataDir });
        t.after(() => store.close());
        const claimed = await store.journalOf('acme').claimDue(10);
        assert.deepEqual(claimed.map(({ conversationId }) => conversationId).toSorted(), ids.toSorted());
    });

    it('lets go of a folder that it could not open', async (t) => {
        const dataDir = await temporaryFolder(t);
        await writeFile(`${dataDir}/PG_VERSION`, '1\n');
        await assert.rejects(openStore({ dataDir }), (error) => !(error instanceof StoreInUse));
        lockFolder(dataDir).release();
    });

    it('cannot be opened in a folder that may not be written, and leaves nothing there', async (t) => {
        const dataDir = await temporaryFolder(t);
        await chmod(dataDir, 0o555);
        const isRoot = process.getuid?.() === 0;
        // Root may write everywhere, so a process of nobody tries it.
        const canRun = await run(process.execPath, ['--version'], isRoot ? { uid: NOBODY, gid: NOBODY } : {}).then(
            () => true,
            () => false
        );
        if (!canRun) return t.skip('nobody else may run Node here');
        const child = startStoreProcess(t, isRoot ? { uid: NOBODY } : {});
        assert.deepEqual(await child.ask({ open: dataDir }), { failed: 'Error' });
        assert.deepEqual(await readdir(dataDir), []);
    });

    it('refuses commands when its disk is full, stays up, and loses nothing of what it accepted', async (t) => {
        const dataDir = await temporaryFolder(t);
        // Above the 16 MiB that the write-ahead log takes for a file at once.
        const full = startStoreProcess(t, { maxFileKiB: 20 * 1024 });
        assert.deepEqual(await full.ask({ open: dataDir }), { done: true });
        const accepted: string[] = [];
        let answer = await full.ask({ accept: newConversation() });
        for (let tries = 0; tries < 40 && 'done' in answer; tries += 1) {
            const id = newConversation();
            answer = await full.ask({ accept: id, noteBytes: 1024 * 1024 });
            if ('done' in answer) accepted.push(id);
        }
        assert.deepEqual(answer, { failed: 'store-unavailable' });
        assert.ok(accepted.length > 0);
        assert.deepEqual(await full.ask({ read: newConversation() }), { done: true });
        await full.kill();
        const store = await openStore({ dataDir });
        t.after(() => store.close());
        const claimed = (await store.journalOf('acme').claimDue(100)).map(({ conversationId }) => conversationId);
        assert.deepEqual(
            accepted.filter((id) => !claimed.includes(id)),
            []
        );
    });

    it('refuses new work before its disk is full, and still writes down what is under way', async (t) => {
        const dataDir = await temporaryFolder(t);
        const [before, id] = [await openStore({ dataDir }), newConversation()];
        await carryOut(before.journalOf('acme'), id, BLOCK, unknown({ againMs: 0 }));
        await before.close();
        const store = await openStore({ dataDir }, { reserveBytes: Number.MAX_SAFE_INTEGER });
        t.after(() => store.close());
        const journal = store.journalOf('acme');
        assert.equal(await store.isReachable(), false);
        await assert.rejects(journal.accept(id, ANA, accepting(UNBLOCK)), hasCode('store-unavailable'));
        const noting = journal.recordFindings(id, () => ({ blockEndedBy: { state: 'OPEN', at: new Date() } }));
        await assert.rejects(noting, hasCode('store-unavailable'));
        const [claimed] = await journal.claimDue(1);
        assert.ok(claimed);
        assert.equal((await journal.complete(claimed, confirmed())).openBlock?.confirmed, true);
        assert.equal((await journal.history(id)).length, 1);
    });

    it('tells a lost store from a lost result', async () => {
        const store = await openStore({ dataDir: 'memory://' });
        const journal = store.journalOf('acme');
        const id = newConversation();
        const operation = await accept(journal, id, BLOCK);
        await store.close();
        assert.equal(await store.isReachable(), false);
        await assert.rejects(journal.read(id), hasCode('store-unavailable'));
        await assert.rejects(journal.accept(id, ANA, accepting(UNBLOCK)), hasCode('store-unavailable'));
        await assert.rejects(journal.startNativeCall(operation), hasCode('store-unavailable'));
        await assert.rejects(journal.claimDue(1), hasCode('store-unavailable'));
        await assert.rejects(journal.complete(operation, confirmed()), hasCode('result-not-stored'));
        const nativeBlock = { status: 'blocked', reason: null, at: new Date() } as const;
        await assert.rejects(
            journal.endNativeCall(operation, { nativeBlock, inFlightMs: 0 }),
            hasCode('result-not-stored')
        );
    });

    it('does not carry notes in its errors', async () => {
        const store = await openStore({ dataDir: 'memory://' });
        const noUuid = store.journalOf('acme').accept('no uuid', ANA, accepting(BLOCK));
        await assert.rejects(noUuid, (error: Failure) => {
            assert.ok(error.cause instanceof Error);
            assert.ok(!JSON.stringify(error.cause, Object.getOwnPropertyNames(error.cause)).includes('crypto links'));
            assert.deepEqual(Object.keys(error.cause), ['name']);
            return true;
        });
        await store.close();
    });
});
