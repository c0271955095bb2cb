import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PlatformBlock } from '../../src/conversations/records.ts';
import { hasCode } from '../support/failures.ts';
import { newConversation, storeForFile } from '../support/journal.ts';
import { accept, accepting, ANA, BLOCK, carryOut, declining, ending, SAM, UNBLOCK } from '../support/wishes.ts';

const AT = new Date('2026-01-01T10:00:00Z');
const REFUSED: PlatformBlock = { status: 'refused', reason: 'window-closed', at: AT };

describe('the journal as the lock of a conversation', () => {
    const file = storeForFile();
    const journalOf = (tenant = 'acme') => file.store.journalOf(tenant);

    it('accepts one of many wishes at once, and names it to the others without asking whether they may', async () => {
        const id = newConversation();
        const wishes = Array.from({ length: 8 }, (_, index) => (index % 2 === 0 ? BLOCK : UNBLOCK));
        let asked = 0;
        const results = await Promise.all(
            wishes.map((wish) =>
                journalOf().accept(id, ANA, () => {
                    asked += 1;
                    return accepting(wish)();
                })
            )
        );
        const [accepted, ...more] = results.flatMap((result) => (result.kind === 'accepted' ? [result.operation] : []));
        const busy = results.flatMap((result) => (result.kind === 'busy' ? [result.unfinished] : []));
        assert.equal(more.length, 0);
        assert.equal(asked, 1);
        assert.deepEqual(
            busy.map(({ id: under }) => under),
            Array.from({ length: 7 }, () => accepted?.id)
        );
        assert.ok(busy.every(({ isHeld, outcome }) => isHeld && outcome === 'under-way'));
        assert.equal((await journalOf().history(id)).length, 1);
    });

    it('writes nothing down of a wish that is declined, and tells what is stored', async () => {
        const id = newConversation();
        await carryOut(journalOf(), id, BLOCK, ending('confirmed'));
        const stored = await journalOf().read(id);
        const result = await journalOf().accept(id, ANA, declining('conversation-expired'));
        assert.deepEqual(result, { kind: 'declined', because: 'conversation-expired', record: stored });
        assert.deepEqual(await journalOf().read(id), stored);
        assert.equal((await journalOf().history(id)).length, 1);
    });

    it('lets what waits to be tried again be superseded, and keeps what became of it', async () => {
        const id = newConversation();
        await carryOut(journalOf(), id, BLOCK, ending('unknown', { againMs: 60_000 }));
        const { unfinished } = await journalOf().read(id);
        assert.equal(unfinished?.isHeld, false);
        assert.equal(unfinished.outcome, 'unknown');
        assert.deepEqual(unfinished.wish, BLOCK);
        await accept(journalOf(), id, UNBLOCK);
        const [, superseded] = await journalOf().history(id);
        assert.equal(superseded?.outcome, 'unknown');
        assert.equal(superseded.failure, 'gotallo-timeout');
        assert.notEqual(superseded.endedAt, null);
    });

    it('accepts no answer to an operation that was superseded', async () => {
        const id = newConversation();
        const first = await carryOut(journalOf(), id, BLOCK, ending('unknown', { againMs: 60_000 }));
        await accept(journalOf(), id, UNBLOCK);
        const stored = await journalOf().read(id);
        await assert.rejects(journalOf().settle(first, ending('confirmed')), hasCode('result-not-stored'));
        assert.equal(await journalOf().beginPlatformStep(first), false);
        await assert.rejects(journalOf().endPlatformStep(first, REFUSED), hasCode('result-not-stored'));
        assert.deepEqual(await journalOf().read(id), stored);
    });

    it('accepts one ending only', async () => {
        const operation = await carryOut(journalOf(), newConversation(), BLOCK, ending('confirmed'));
        await assert.rejects(journalOf().settle(operation, ending('failed')), hasCode('result-not-stored'));
    });

    it('has the platform block unconfirmed from before the step until its result is written down', async () => {
        const id = newConversation();
        const operation = await accept(journalOf(), id, BLOCK);
        assert.equal((await journalOf().read(id)).platform, null);
        assert.equal(await journalOf().beginPlatformStep(operation), true);
        assert.equal((await journalOf().read(id)).platform?.status, 'unconfirmed');
        assert.equal((await journalOf().history(id))[0]?.platform, 'unconfirmed');
        await journalOf().endPlatformStep(operation, REFUSED);
        assert.deepEqual((await journalOf().read(id)).platform, REFUSED);
        assert.equal((await journalOf().history(id))[0]?.platform, 'refused');
    });

    it('leaves the platform block as it is where an ending does not speak of it', async () => {
        const id = newConversation();
        const operation = await accept(journalOf(), id, BLOCK, { platform: REFUSED });
        assert.deepEqual((await journalOf().settle(operation, ending('confirmed'))).platform, REFUSED);
        assert.equal((await journalOf().history(id))[0]?.platform, null);
    });

    it('stores what an ending says of the platform block', async () => {
        const id = newConversation();
        const blocked: PlatformBlock = { status: 'blocked', reason: null, at: AT };
        const operation = await accept(journalOf(), id, BLOCK);
        const { platform } = await journalOf().settle(operation, ending('confirmed', { platform: blocked }));
        assert.deepEqual(platform, blocked);
        assert.equal((await journalOf().history(id))[0]?.platform, 'blocked');
    });

    it('remembers for how long an earlier wish may still be carried out, and never shortens it', async () => {
        const id = newConversation();
        await carryOut(journalOf(), id, BLOCK, ending('unknown', { lateMs: 600_000 }));
        const second = await accept(journalOf(), id, UNBLOCK, { lateMs: 1000 });
        assert.ok(second.lateMs > 500_000 && second.lateMs <= 600_000, String(second.lateMs));
        const fresh = await accept(journalOf(), newConversation(), UNBLOCK);
        assert.equal(fresh.lateMs, 0);
    });

    it('counts what the superseded operation may have sent as late', async () => {
        const { lateMs } = await accept(journalOf(), newConversation(), UNBLOCK, { lateMs: 30_000 });
        assert.ok(lateMs > 20_000 && lateMs <= 30_000, String(lateMs));
    });

    it('tells those who wait how an operation stands', async () => {
        const id = newConversation();
        const operation = await accept(journalOf(), id, BLOCK);
        const progress = () => journalOf().progress(id, operation.id);
        assert.deepEqual(await progress(), { outcome: 'under-way', failure: null, isHeld: true });
        await journalOf().settle(operation, ending('unknown', { againMs: 60_000 }));
        assert.deepEqual(await progress(), { outcome: 'unknown', failure: 'gotallo-timeout', isHeld: false });
        await carryOut(journalOf(), id, UNBLOCK, ending('confirmed'));
        assert.deepEqual(await progress(), { outcome: 'unknown', failure: 'gotallo-timeout', isHeld: false });
    });

    it('tells nothing of operations of other conversations and tenants, or of none', async () => {
        const id = newConversation();
        const operation = await accept(journalOf(), id, BLOCK);
        assert.equal(await journalOf().progress(newConversation(), operation.id), null);
        assert.equal(await journalOf('other').progress(id, operation.id), null);
        assert.equal(await journalOf().progress(id, newConversation()), null);
    });

    it('takes over what waited once its time has come, and nothing before', async () => {
        const journal = journalOf('due');
        await carryOut(journal, newConversation(), BLOCK, ending('unknown', { againMs: 600_000 }));
        await accept(journal, newConversation(), BLOCK);
        await carryOut(journal, newConversation(), BLOCK, ending('confirmed'));
        assert.deepEqual(await journal.claimDue(10), []);
        const id = newConversation();
        const due = await carryOut(journal, id, BLOCK, ending('unknown', { againMs: 0, lateMs: 60_000 }));
        const [claimed, ...others] = await journal.claimDue(10);
        assert.deepEqual(others, []);
        assert.equal(claimed?.id, due.id);
        assert.equal(claimed.conversationId, id);
        assert.deepEqual(claimed.wish, BLOCK);
        assert.equal(claimed.tries, 1);
        assert.equal(claimed.outcome, 'unknown');
        assert.ok(claimed.lateMs > 50_000 && claimed.lateMs <= 60_000, String(claimed.lateMs));
        assert.notEqual(claimed.lease, due.lease);
        assert.deepEqual(await journal.claimDue(10), []);
        assert.equal((await journal.accept(id, SAM, accepting(UNBLOCK))).kind, 'busy');
    });

    it('settles what was taken over as what its own process accepted', async () => {
        const journal = journalOf('taken over');
        const id = newConversation();
        await carryOut(journal, id, { kind: 'block', state: 'BLOCKED' }, ending('unknown', { againMs: 0 }), SAM);
        const [claimed] = await journal.claimDue(1);
        assert.ok(claimed);
        assert.equal(claimed.wish.reason, undefined);
        const { openBlock, confirmedState, unfinished } = await journal.settle(claimed, ending('confirmed'));
        assert.deepEqual(openBlock?.by, SAM);
        assert.equal(openBlock.confirmed, true);
        assert.equal(confirmedState?.state, 'BLOCKED');
        assert.equal(unfinished, null);
    });

    it('takes over as many as were asked for, the longest due first', async () => {
        const journal = journalOf('many due');
        const ids = Array.from({ length: 3 }, newConversation);
        for (const id of ids) await carryOut(journal, id, BLOCK, ending('unknown', { againMs: 0 }));
        const [first, ...others] = await journal.claimDue(1);
        assert.deepEqual(others, []);
        assert.equal(first?.conversationId, ids[0]);
        assert.equal((await journal.claimDue(5)).length, 2);
    });

    it('keeps a confirmed operation unfinished while something late may undo it', async () => {
        const id = newConversation();
        const operation = await accept(journalOf(), id, BLOCK);
        const how = ending('confirmed', { lateMs: 60_000, againMs: 60_000 });
        const { confirmedState, unfinished } = await journalOf().settle(operation, how);
        assert.equal(confirmedState?.state, 'BLOCKED');
        assert.equal(unfinished?.outcome, 'confirmed');
        assert.equal((await journalOf().history(id))[0]?.endedAt, null);
        await accept(journalOf(), id, UNBLOCK);
        assert.equal((await journalOf().history(id))[1]?.outcome, 'confirmed');
    });
});

describe('the journal when a process died', () => {
    // Leases that run out at once: whoever carried an operation out is not there anymore.
    const file = storeForFile({ leaseMs: 0 });

    it('lets the next wish supersede what it left, which never got an answer', async () => {
        const journal = file.store.journalOf('superseding');
        const id = newConversation();
        await accept(journal, id, BLOCK);
        await accept(journal, id, UNBLOCK);
        const [, left] = await journal.history(id);
        assert.deepEqual([left?.outcome, left?.failure], ['unknown', 'interrupted']);
    });

    it('takes over what it left, with the platform step as far as it came', async () => {
        const journal = file.store.journalOf('claiming');
        const operation = await accept(journal, newConversation(), BLOCK);
        await journal.beginPlatformStep(operation);
        const [claimed] = await journal.claimDue(1);
        assert.equal(claimed?.outcome, 'under-way');
        assert.equal(claimed.platformStep, 'begun');
    });

    it('refuses the answer of a process that was only slow, once another has taken over', async () => {
        const journal = file.store.journalOf('slow');
        const id = newConversation();
        const slow = await accept(journal, id, BLOCK);
        await journal.claimDue(1);
        const stored = await journal.read(id);
        assert.equal(await journal.beginPlatformStep(slow), false);
        await assert.rejects(journal.settle(slow, ending('confirmed')), hasCode('result-not-stored'));
        assert.deepEqual(await journal.read(id), stored);
    });

    it('accepts the answer of a process that was slow while nobody has taken over', async () => {
        const journal = file.store.journalOf('not taken over');
        const slow = await accept(journal, newConversation(), BLOCK);
        const { confirmedState } = await journal.settle(slow, ending('confirmed'));
        assert.equal(confirmedState?.state, 'BLOCKED');
    });
});
