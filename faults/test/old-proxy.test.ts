import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import type { Journal } from '../../proxy/src/conversations/protocol/journal.ts';
import { accept, accepting, ANA, BLOCK, carryOut, confirmed, SAM, UNBLOCK } from '../../proxy/test/support/commands.ts';
import { newConversation } from '../../proxy/test/support/journal.ts';
import { postgresForFile, skip } from '../../proxy/test/support/postgres-for-file.ts';
import { DatabaseLine } from '../stand/database-line.ts';
import { OLD_PROXY } from '../stand/old-proxy.ts';
import type { RowsKind } from '../stand/sent-rows.ts';
import { journalsWith } from './support/journals.ts';

describe('an old proxy beside a new one', { skip }, () => {
    const postgres = postgresForFile();

    async function both(t: TestContext, leaseMs?: number): Promise<{ old: Journal; ours: Journal }> {
        const databaseUrl = await postgres.newDatabase();
        const openOld = await journalsWith(OLD_PROXY, t);
        const openNew = await journalsWith([], t);
        return { old: await openOld(databaseUrl), ours: await openNew(databaseUrl, leaseMs) };
    }

    async function writesOf(t: TestContext, edits: typeof OLD_PROXY): Promise<RowsKind[]> {
        const line = await DatabaseLine.open(await postgres.newDatabase());
        t.after(() => line.close());
        const open = await journalsWith(edits, t);
        const journal = await open(line.url);
        const seen = new Set<RowsKind>();
        line.onRows = ({ kind }) => {
            seen.add(kind);
            return null;
        };
        await blockNatively(journal, newConversation());
        return [...seen].filter((kind) => kind !== 'read').toSorted();
    }

    it('writes in transactions only, and the new one does not', async (t) => {
        assert.deepEqual(await writesOf(t, OLD_PROXY), []);
        assert.deepEqual(await writesOf(t, []), ['accept', 'confirm', 'native call']);
    });

    it('has what it writes judged anew by the new one that has read before', async (t) => {
        const { old, ours } = await both(t);
        const id = newConversation();
        await carryOut(ours, id, UNBLOCK, confirmed());
        const known = await ours.read(id);
        await carryOut(old, id, BLOCK, confirmed(), SAM);
        const { kind, record } = await ours.accept(id, ANA, accepting(UNBLOCK), known);
        assert.equal(kind, 'accepted');
        assert.equal(record.openBlock?.by.name, SAM.name);
    });

    it('is told that the new one is at it, and never takes it away before the lease is over', async (t) => {
        const { old, ours } = await both(t);
        const id = newConversation();
        await ours.accept(id, ANA, accepting(BLOCK), await ours.read(id));
        const { kind } = await old.accept(id, SAM, accepting(UNBLOCK));
        assert.equal(kind, 'busy');
        assert.deepEqual(await old.claimDue(10), []);
    });

    it('takes up what the new one has left, which then confirms nothing anymore', async (t) => {
        const { old, ours } = await both(t, 0);
        const operation = await accept(ours, newConversation(), BLOCK);
        const [taken] = await old.claimDue(1);
        assert.equal(taken?.id, operation.id);
        await assert.rejects(ours.complete(operation, confirmed()), { code: 'result-not-stored' });
    });

    it('reads what the new one has confirmed in one statement', async (t) => {
        const { old, ours } = await both(t);
        const id = newConversation();
        await blockNatively(ours, id);
        const { openBlock, nativeBlock, unfinished } = await old.read(id);
        assert.deepEqual([openBlock?.confirmed, nativeBlock?.status, unfinished], [true, 'blocked', null]);
    });
});

/** As a new block goes that nothing stands in the way of. */
async function blockNatively(journal: Journal, id: string): Promise<void> {
    const result = await journal.accept(id, ANA, accepting(BLOCK), await journal.read(id));
    if (result.kind !== 'accepted') throw new Error(`It was not accepted: ${result.kind}.`);
    await journal.startNativeCall(result.operation);
    const nativeBlock = { status: 'blocked', reason: null, at: new Date() } as const;
    const nativeCall = { nativeBlock, inFlightMs: 0 };
    await journal.complete(result.operation, confirmed({ nativeCall }));
}
