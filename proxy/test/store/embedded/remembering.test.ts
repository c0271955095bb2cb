import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ConversationRecord } from '../../../src/conversations/knowledge/records.ts';
import type { Journal } from '../../../src/conversations/protocol/journal.ts';
import { remembering as rememberingJournal } from '../../../src/store/embedded/remembering.ts';
import {
    accept,
    accepting,
    ANA,
    BLOCK,
    carryOut,
    declining,
    confirmed,
    failed,
    unknown,
    UNBLOCK
} from '../../support/commands.ts';
import { journalWith, newConversation, storeForFile } from '../../support/journal.ts';

const NOW = new Date();

describe('a journal that answers from memory', () => {
    const file = storeForFile();

    /** Counts what is read from the store itself, and lets a read that has its answer wait before it gives it. */
    function remembering(hold: () => Promise<void> = async () => {}) {
        const stored = file.store.journalOf('acme');
        const counts = { reads: 0 };
        const read = async (id: string): Promise<ConversationRecord> => {
            counts.reads += 1;
            const { record } = await stored.accept(id, ANA, declining('nothing-to-do'));
            await hold();
            return record;
        };
        return { journal: rememberingJournal(journalWith(stored, { read })), counts };
    }

    it('reads from the store once, and again only after something was written', async () => {
        const { journal, counts } = remembering();
        const id = newConversation();
        const both = await Promise.all([journal.read(id), journal.read(id)]);
        assert.deepEqual(both[0], both[1]);
        await journal.read(id);
        assert.equal(counts.reads, 1);
        await carryOut(journal, id, BLOCK, confirmed());
        assert.equal((await journal.read(id)).confirmedState?.state, 'BLOCKED');
        await journal.read(id);
        assert.equal(counts.reads, 2);
    });

    const writes: Record<string, (journal: Journal, id: string) => Promise<unknown>> = {
        'a command is accepted': (journal, id) => accept(journal, id, UNBLOCK),
        'findings are noted': (journal, id) =>
            journal.recordFindings(id, () => ({ observedState: { state: 'CLOSED', at: NOW, source: 'webhook' } }))
    };
    for (const [what, write] of Object.entries(writes)) {
        it(`does not keep what was read while ${what}`, async () => {
            const [held, letGo] = gate();
            const [hasRead, readIt] = gate();
            const { journal } = remembering(() => {
                readIt();
                return held;
            });
            const id = newConversation();
            const early = journal.read(id);
            await hasRead;
            await write(journal, id);
            const late = journal.read(id);
            letGo();
            assert.notDeepEqual(await early, await late);
            assert.deepEqual(await journal.read(id), await file.store.journalOf('acme').read(id));
        });
    }

    it('does not keep what was read while a write was on its way to the store', async () => {
        const [held, letGo] = gate();
        const stored = file.store.journalOf('acme');
        const accept: Journal['accept'] = async (...args) => {
            await held;
            return stored.accept(...args);
        };
        const journal = rememberingJournal(journalWith(stored, { accept }));
        const id = newConversation();
        const writing = journal.accept(id, ANA, accepting(BLOCK));
        assert.equal((await journal.read(id)).unfinished, null);
        letGo();
        await writing;
        assert.equal((await journal.read(id)).unfinished?.isLeased, true);
    });

    it('keeps nothing of what is unfinished, which changes with time alone', async () => {
        const { journal, counts } = remembering();
        const id = newConversation();
        const operation = await accept(journal, id, BLOCK);
        await journal.read(id);
        await journal.read(id);
        assert.equal(counts.reads, 2);
        await journal.complete(operation, unknown({ againMs: 0 }));
        assert.equal((await journal.read(id)).unfinished?.isLeased, false);
        await journal.claimDue(100);
        assert.equal((await journal.read(id)).unfinished?.isLeased, true);
    });

    it('does not keep that Block User may still take effect, which is over with time alone', async () => {
        const { journal, counts } = remembering();
        const id = newConversation();
        const operation = await accept(journal, id, BLOCK);
        await journal.endNativeCall(operation, {
            nativeBlock: { status: 'unconfirmed', reason: 'no-answer', at: NOW },
            inFlightMs: 60_000
        });
        await journal.complete(operation, confirmed());
        assert.ok((await journal.read(id)).nativeInFlightMs > 0);
        await journal.read(id);
        assert.equal(counts.reads, 2);
    });

    it('shows every step of an operation', async () => {
        const { journal } = remembering();
        const id = newConversation();
        const operation = await accept(journal, id, BLOCK);
        await journal.read(id);
        await journal.startNativeCall(operation);
        assert.equal((await journal.read(id)).nativeBlock?.status, 'unconfirmed');
        await journal.endNativeCall(operation, {
            nativeBlock: { status: 'blocked', reason: null, at: NOW },
            inFlightMs: 0
        });
        assert.equal((await journal.read(id)).nativeBlock?.status, 'blocked');
        await journal.complete(operation, confirmed());
        assert.equal((await journal.read(id)).openBlock?.confirmed, true);
    });

    it('does not keep a read that failed', async () => {
        let isLost = true;
        const { journal, counts } = remembering(async () => {
            if (isLost) throw new Error('lost');
        });
        const id = newConversation();
        await assert.rejects(journal.read(id), /lost/);
        isLost = false;
        await journal.read(id);
        assert.equal(counts.reads, 2);
    });

    it('still knows what is stored when a write failed', async () => {
        const { journal } = remembering();
        const id = newConversation();
        const operation = await carryOut(journal, id, BLOCK, confirmed());
        const known = await journal.read(id);
        await assert.rejects(journal.complete(operation, failed()));
        assert.deepEqual(await journal.read(id), known);
    });
});

function gate(): [Promise<void>, () => void] {
    const { promise, resolve } = Promise.withResolvers<void>();
    return [promise, resolve];
}
