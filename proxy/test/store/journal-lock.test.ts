import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ConversationRecord, Operation, NativeBlock, Command } from '../../src/conversations/knowledge/records.ts';
import type { Ending } from '../../src/conversations/protocol/ending.ts';
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
    SAM,
    UNBLOCK
} from '../support/commands.ts';
import { hasCode } from '../support/failures.ts';
import { newConversation, storeForFile } from '../support/journal.ts';
import { until } from '../support/until.ts';

const AT = new Date('2026-01-01T10:00:00Z');
const REFUSED: NativeBlock = { status: 'refused', reason: 'window-closed', at: AT };

describe('the journal as the lock of a conversation', () => {
    const file = storeForFile();
    const journalOf = (tenant = 'acme') => file.store.journalOf(tenant);

    it('accepts one of many commands at once, and names it to the others without asking whether they may', async () => {
        const id = newConversation();
        const commands = Array.from({ length: 8 }, (_, index) => (index % 2 === 0 ? BLOCK : UNBLOCK));
        let asked = 0;
        const results = await Promise.all(
            commands.map((command) =>
                journalOf().accept(id, ANA, () => {
                    asked += 1;
                    return accepting(command)();
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
        assert.ok(busy.every(({ isLeased, outcome }) => isLeased && outcome === 'pending'));
        assert.equal((await journalOf().history(id)).length, 1);
    });

    it('writes nothing down of a command that is declined, and tells what is stored', async () => {
        const id = newConversation();
        await carryOut(journalOf(), id, BLOCK, confirmed());
        const stored = await journalOf().read(id);
        const result = await journalOf().accept(id, ANA, declining('conversation-expired'));
        assert.deepEqual(result, { kind: 'declined', because: 'conversation-expired', record: stored });
        assert.deepEqual(await journalOf().read(id), stored);
        assert.equal((await journalOf().history(id)).length, 1);
    });

    it('lets what waits to be tried again be superseded, and keeps what became of it', async () => {
        const id = newConversation();
        await carryOut(journalOf(), id, BLOCK, unknown({ againMs: 60_000 }));
        const { unfinished } = await journalOf().read(id);
        assert.equal(unfinished?.isLeased, false);
        assert.equal(unfinished.outcome, 'unknown');
        assert.deepEqual(unfinished.command, BLOCK);
        await accept(journalOf(), id, UNBLOCK);
        const [, superseded] = await journalOf().history(id);
        assert.equal(superseded?.outcome, 'unknown');
        assert.equal(superseded.failure, 'gotallo-timeout');
        assert.notEqual(superseded.endedAt, null);
    });

    it('accepts no answer to an operation that was superseded', async () => {
        const id = newConversation();
        const first = await carryOut(journalOf(), id, BLOCK, unknown({ againMs: 60_000 }));
        await accept(journalOf(), id, UNBLOCK);
        const stored = await journalOf().read(id);
        await assert.rejects(journalOf().complete(first, confirmed()), hasCode('result-not-stored'));
        assert.equal(await journalOf().startNativeCall(first), false);
        await assert.rejects(
            journalOf().endNativeCall(first, { nativeBlock: REFUSED, inFlightMs: 0 }),
            hasCode('result-not-stored')
        );
        assert.deepEqual(await journalOf().read(id), stored);
    });

    it('accepts one ending only', async () => {
        const operation = await carryOut(journalOf(), newConversation(), BLOCK, confirmed());
        await assert.rejects(journalOf().complete(operation, failed()), hasCode('result-not-stored'));
    });

    it('has the native block unconfirmed from before the step until its result is written down', async () => {
        const id = newConversation();
        const operation = await accept(journalOf(), id, BLOCK);
        assert.equal((await journalOf().read(id)).nativeBlock, null);
        assert.equal(await journalOf().startNativeCall(operation), true);
        assert.equal((await journalOf().read(id)).nativeBlock?.status, 'unconfirmed');
        assert.equal((await journalOf().history(id))[0]?.nativeBlock, 'unconfirmed');
        await journalOf().endNativeCall(operation, { nativeBlock: REFUSED, inFlightMs: 0 });
        assert.deepEqual((await journalOf().read(id)).nativeBlock, REFUSED);
        assert.equal((await journalOf().history(id))[0]?.nativeBlock, 'refused');
    });

    it('leaves the native block as it is where an ending does not speak of it', async () => {
        const id = newConversation();
        const operation = await accept(journalOf(), id, BLOCK, { nativeBlock: REFUSED });
        assert.deepEqual((await journalOf().complete(operation, confirmed())).nativeBlock, REFUSED);
        assert.equal((await journalOf().history(id))[0]?.nativeBlock, null);
    });

    it('stores what an ending says of the native block', async () => {
        const id = newConversation();
        const blocked: NativeBlock = { status: 'blocked', reason: null, at: AT };
        const operation = await accept(journalOf(), id, BLOCK);
        const { nativeBlock } = await journalOf().complete(operation, confirmed({ nativeBlock: blocked }));
        assert.deepEqual(nativeBlock, blocked);
        assert.equal((await journalOf().history(id))[0]?.nativeBlock, 'blocked');
    });

    it('remembers what may still take effect, and that it is several states once it is', async () => {
        const id = newConversation();
        await carryOut(journalOf(), id, BLOCK, unknown({ inFlightMs: 60_000, againMs: 60_000 }));
        assert.deepEqual((await journalOf().read(id)).inFlight, { state: 'BLOCKED', isOver: false });
        await carryOut(journalOf(), id, BLOCK, unknown({ inFlightMs: 60_000, againMs: 60_000 }));
        assert.deepEqual((await journalOf().read(id)).inFlight, { state: 'BLOCKED', isOver: false });
        await carryOut(journalOf(), id, UNBLOCK, unknown({ inFlightMs: 1, againMs: 60_000 }));
        assert.deepEqual(
            (await journalOf().read(id)).inFlight,
            { state: null, isOver: false },
            'for as long as the longest of them'
        );
    });

    it('knows when what was in flight cannot take effect anymore, and remembers it until nothing is left to do', async () => {
        const id = newConversation();
        await carryOut(journalOf(), id, BLOCK, unknown({ inFlightMs: 1, againMs: 60_000 }));
        await until(async () => (await journalOf().read(id)).inFlight?.isOver === true);
        await carryOut(journalOf(), id, UNBLOCK, unknown({ inFlightMs: 1, againMs: 60_000 }));
        assert.equal((await journalOf().read(id)).inFlight?.state, null, 'what is seen may be what either of them did');
        await carryOut(journalOf(), id, UNBLOCK, confirmed());
        await until(async () => (await journalOf().read(id)).inFlight?.isOver !== false);
        await carryOut(journalOf(), id, BLOCK, unknown({ inFlightMs: 60_000, againMs: 60_000 }));
        assert.deepEqual((await journalOf().read(id)).inFlight, { state: 'BLOCKED', isOver: false });
    });

    it('has the command before as the target again, with its doubt and what was undone, when another one was refused', async () => {
        const id = newConversation();
        const first = await carryOut(journalOf(), id, BLOCK, unknown({ againMs: 60_000 }));
        const before = await journalOf().read(id);
        const undone = newConversation();
        const after = await carryOutAndRead(id, UNBLOCK, failed({ ...before, undone }));
        assert.deepEqual(after.unfinished, { ...before.unfinished, isLeased: false });
        assert.equal(after.undone, undone);
        const [claimed] = (await journalOf().claimDue(100)).filter(({ id: each }) => each === first.id);
        assert.deepEqual(claimed?.command, BLOCK);
    });

    async function carryOutAndRead(...[id, command, how]: [string, Command, Ending]): Promise<ConversationRecord> {
        await carryOut(journalOf(), id, command, how);
        return journalOf().read(id);
    }

    it('tells those who wait how an operation stands', async () => {
        const id = newConversation();
        const operation = await accept(journalOf(), id, BLOCK);
        const progress = () => journalOf().progress(id, operation.id);
        assert.deepEqual(await progress(), { outcome: 'pending', failure: null, isLeased: true });
        await journalOf().complete(operation, unknown({ againMs: 60_000 }));
        assert.deepEqual(await progress(), { outcome: 'unknown', failure: 'gotallo-timeout', isLeased: false });
        await carryOut(journalOf(), id, UNBLOCK, confirmed());
        assert.deepEqual(await progress(), { outcome: 'unknown', failure: 'gotallo-timeout', isLeased: false });
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
        await carryOut(journal, newConversation(), BLOCK, unknown({ againMs: 600_000 }));
        await accept(journal, newConversation(), BLOCK);
        await carryOut(journal, newConversation(), BLOCK, confirmed());
        assert.deepEqual(await journal.claimDue(10), []);
        const id = newConversation();
        const due = await carryOut(journal, id, BLOCK, unknown({ againMs: 0, inFlightMs: 60_000 }));
        const [claimed, ...others] = await journal.claimDue(10);
        assert.deepEqual(others, []);
        assert.equal(claimed?.id, due.id);
        assert.equal(claimed.conversationId, id);
        assert.deepEqual(claimed.command, BLOCK);
        assert.equal(claimed.tries, 1);
        assert.equal(claimed.outcome, 'unknown');
        assert.equal(claimed.mayBeUndone, false, 'by the same state it cannot be undone');
        assert.notEqual(claimed.lease, due.lease);
        assert.deepEqual(await journal.claimDue(10), []);
        assert.equal((await journal.accept(id, SAM, accepting(UNBLOCK))).kind, 'busy');
    });

    it('completes what was taken over as what its own process accepted', async () => {
        const journal = journalOf('taken over');
        const id = newConversation();
        await carryOut(journal, id, { kind: 'block', state: 'BLOCKED' }, unknown({ againMs: 0 }), SAM);
        const [claimed] = await journal.claimDue(1);
        assert.ok(claimed);
        assert.deepEqual(claimed.command.terms, {});
        const { openBlock, confirmedState, unfinished } = await journal.complete(claimed, confirmed());
        assert.deepEqual(openBlock?.by, SAM);
        assert.equal(openBlock.confirmed, true);
        assert.equal(confirmedState?.state, 'BLOCKED');
        assert.equal(unfinished, null);
    });

    it('takes over as many as were asked for, the longest due first', async () => {
        const journal = journalOf('many due');
        const ids = Array.from({ length: 3 }, newConversation);
        for (const id of ids) await carryOut(journal, id, BLOCK, unknown({ againMs: 0 }));
        const [first, ...others] = await journal.claimDue(1);
        assert.deepEqual(others, []);
        assert.equal(first?.conversationId, ids[0]);
        assert.equal((await journal.claimDue(5)).length, 2);
    });

    it('keeps a confirmed target in doubt, and takes it up again, while something in flight may undo it', async () => {
        const journal = journalOf('to be undone');
        const id = newConversation();
        await carryOut(journal, id, UNBLOCK, unknown({ inFlightMs: 20, againMs: 60_000 }));
        const operation = await accept(journal, id, BLOCK, { mayBeUndone: true });
        const { confirmedState, unfinished } = await journal.complete(operation, confirmed());
        assert.equal(confirmedState?.state, 'BLOCKED');
        assert.deepEqual(
            [unfinished?.outcome, unfinished?.isInDoubt, unfinished?.isLeased],
            ['confirmed', true, false]
        );
        assert.deepEqual((await journal.history(id))[0]?.outcome, 'confirmed');
        let claimed: Operation[] = [];
        await until(
            () => claimed.length > 0,
            async () => (claimed = await journal.claimDue(10))
        );
        assert.deepEqual([claimed[0]?.id, claimed[0]?.mayBeUndone], [operation.id, false]);
    });

    it('does not take up a block whose time is over, for it is its end that is due', async () => {
        const journal = journalOf('over');
        const id = newConversation();
        const over = new Date(Date.now() - 1000);
        await carryOut(journal, id, { ...BLOCK, terms: { ...BLOCK.terms, until: over } }, unknown());
        assert.deepEqual(await journal.claimDue(10), []);
        assert.equal((await journal.claimDueEnds(10)).length, 1);
        await carryOut(
            journal,
            id,
            { ...BLOCK, terms: { ...BLOCK.terms, until: new Date(Date.now() + 600_000) } },
            unknown()
        );
        assert.equal((await journal.claimDue(10)).length, 1, 'a later end was asked for');
    });

    it('takes up a change of a block that was to give it an end which is over by now, so that it gets that end', async () => {
        const journal = journalOf('over, and not confirmed');
        const id = newConversation();
        await carryOut(journal, id, BLOCK, confirmed());
        await carryOut(
            journal,
            id,
            { ...BLOCK, terms: { ...BLOCK.terms, until: new Date(Date.now() - 1000) } },
            unknown()
        );
        assert.deepEqual(await journal.claimDueEnds(10), []);
        const [claimed] = await journal.claimDue(10);
        assert.ok(claimed);
        await journal.complete(claimed, confirmed());
        assert.equal((await journal.claimDueEnds(10)).length, 1);
    });
});

describe('the journal when a process died', () => {
    // Leases that run out at once: whoever carried an operation out is not there anymore.
    const file = storeForFile({ leaseMs: 0 });

    it('lets the next command supersede what it left, which never got an answer', async () => {
        const journal = file.store.journalOf('superseding');
        const id = newConversation();
        await accept(journal, id, BLOCK);
        await accept(journal, id, UNBLOCK);
        const [, left] = await journal.history(id);
        assert.deepEqual([left?.outcome, left?.failure], ['unknown', 'interrupted']);
    });

    it('takes over what it left, with the channel step as far as it came', async () => {
        const journal = file.store.journalOf('claiming');
        const operation = await accept(journal, newConversation(), BLOCK);
        await journal.startNativeCall(operation);
        const [claimed] = await journal.claimDue(1);
        assert.equal(claimed?.outcome, 'pending');
        assert.equal(claimed.recoveryPoint, 'native-call-started');
    });

    it('refuses the answer of a process that was only slow, once another has taken over', async () => {
        const journal = file.store.journalOf('slow');
        const id = newConversation();
        const slow = await accept(journal, id, BLOCK);
        await journal.claimDue(1);
        const stored = await journal.read(id);
        assert.equal(await journal.startNativeCall(slow), false);
        await assert.rejects(journal.complete(slow, confirmed()), hasCode('result-not-stored'));
        assert.deepEqual(await journal.read(id), stored);
    });

    it('accepts the answer of a process that was slow while nobody has taken over', async () => {
        const journal = file.store.journalOf('not taken over');
        const slow = await accept(journal, newConversation(), BLOCK);
        const { confirmedState } = await journal.complete(slow, confirmed());
        assert.equal(confirmedState?.state, 'BLOCKED');
    });
});

describe('the end of a block that is not taken', () => {
    const file = storeForFile({ leaseMs: 40 });

    it('comes again, after pauses that double from the length of a lease', async () => {
        const journal = file.store.journalOf('pauses');
        await carryOut(
            journal,
            newConversation(),
            { ...BLOCK, terms: { ...BLOCK.terms, until: new Date(Date.now() - 1000) } },
            confirmed()
        );
        const startedAt = performance.now();
        let claims = 0;
        await until(
            () => performance.now() - startedAt > 700,
            async () => void (claims += (await journal.claimDueEnds(1)).length)
        );
        // At 0, 40, 120, 280 and 600 ms; later on a busy machine, and never sooner.
        assert.ok(claims >= 2 && claims <= 5, String(claims));
    });
});
