import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { NativeBlock } from '../../src/conversations/knowledge/records.ts';
import { accept, BLOCK, carryOut, confirmed, failed, unknown, UNBLOCK } from '../support/commands.ts';
import { newConversation, storeForFile } from '../support/journal.ts';

const AT = new Date('2026-01-01T10:00:00Z');
const BLOCKED: NativeBlock = { status: 'blocked', reason: null, at: AT };
const FREE: NativeBlock = { status: 'not-blocked', reason: null, at: AT };

describe('the version of the native block', () => {
    const file = storeForFile();

    function setUp() {
        const journal = file.store.journalOf('acme');
        const id = newConversation();
        return { journal, id, version: async () => (await journal.read(id)).nativeVersion };
    }

    it('is 0 of a conversation of which nothing is stored', async () => {
        assert.equal(await setUp().version(), 0);
    });

    it('is another one once Block User is about to be sent, and once more when it was answered', async () => {
        const { journal, id, version } = setUp();
        const operation = await accept(journal, id, BLOCK);
        await journal.startNativeCall(operation);
        assert.equal(await version(), 1);
        await journal.endNativeCall(operation, { nativeBlock: BLOCKED, inFlightMs: 0 });
        assert.equal(await version(), 2);
        await journal.complete(operation, confirmed());
        assert.equal(await version(), 2);
    });

    it('is another one when accepting or completing a command writes the native block', async () => {
        const { journal, id, version } = setUp();
        const operation = await accept(journal, id, UNBLOCK, { nativeBlock: BLOCKED });
        assert.equal(await version(), 1);
        await journal.complete(operation, confirmed({ nativeBlock: FREE }));
        assert.equal(await version(), 2);
    });

    it('is another one with every finding on the native block, also one that says the same', async () => {
        const { journal, id, version } = setUp();
        for (const expected of [1, 2]) {
            await journal.recordFindings(id, () => ({ nativeBlock: BLOCKED }));
            assert.equal(await version(), expected);
        }
    });

    it('stays with whatever leaves the native block as it is', async () => {
        const { journal, id, version } = setUp();
        await journal.recordFindings(id, () => ({ nativeBlock: BLOCKED }));
        await journal.recordFindings(id, () => ({ observedState: { state: 'CLOSED', at: AT, source: 'webhook' } }));
        await journal.recordFindings(id, () => null);
        await carryOut(journal, id, BLOCK, failed());
        await carryOut(journal, id, BLOCK, unknown());
        await carryOut(journal, id, UNBLOCK, confirmed());
        assert.equal(await version(), 1);
    });

    it('stays when a process wants to send that lost the conversation', async () => {
        const { journal, id, version } = setUp();
        const operation = await accept(journal, id, BLOCK);
        assert.equal(await journal.startNativeCall({ ...operation, lease: crypto.randomUUID() }), false);
        assert.equal(await version(), 0);
    });

    it('is counted for each conversation and each tenant alone', async () => {
        const { journal, id, version } = setUp();
        await journal.recordFindings(newConversation(), () => ({ nativeBlock: BLOCKED }));
        await file.store.journalOf('other').recordFindings(id, () => ({ nativeBlock: BLOCKED }));
        assert.equal(await version(), 0);
    });
});
