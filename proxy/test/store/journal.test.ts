import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { NOTHING_STORED } from '../../src/conversations/knowledge/records.ts';
import { RETRY } from '../../src/conversations/rules/judge-retry.ts';
import { accept, ANA, BLOCK, carryOut, confirmed, failed, unknown, SAM, UNBLOCK } from '../support/commands.ts';
import { newConversation, storeForFile } from '../support/journal.ts';

const UNKNOWN = unknown();

describe('the journal', () => {
    const clock = { now: new Date() };
    const file = storeForFile({ now: () => clock.now });
    const journalOf = (tenant = 'acme') => file.store.journalOf(tenant);
    const later = (ms: number) => new Date(clock.now.getTime() + ms);

    it('holds nothing of a conversation nobody touched', async () => {
        assert.deepEqual(await journalOf().read(newConversation()), NOTHING_STORED);
    });

    it('has the state in doubt as soon as a command is accepted that differs from it, until the answer is written down', async () => {
        const id = newConversation();
        const operation = await accept(journalOf(), id, BLOCK);
        assert.equal((await journalOf().read(id)).unfinished?.isInDoubt, true);
        assert.equal((await journalOf().complete(operation, confirmed())).unfinished, null);
    });

    it('remembers that a command asks the channel once more, and of no other that it does', async () => {
        for (const command of [RETRY, BLOCK]) {
            const id = newConversation();
            await carryOut(journalOf(), id, command, UNKNOWN);
            assert.deepEqual((await journalOf().read(id)).unfinished?.command, command);
            const [entry] = await journalOf().history(id);
            assert.equal(entry?.retriesNativeBlock, command === RETRY);
        }
    });

    it('leaves no doubt about a command that is what GoTallo confirmed already', async () => {
        const id = newConversation();
        await accept(journalOf(), id, BLOCK, { isDoubtful: false });
        assert.equal((await journalOf().read(id)).unfinished?.isInDoubt, false);
    });

    it('credits a block to the agent whose command GoTallo confirmed', async () => {
        const id = newConversation();
        await carryOut(journalOf(), id, BLOCK, UNKNOWN);
        await carryOut(journalOf(), id, { ...BLOCK, terms: { ...BLOCK.terms, reason: 'Fraud' } }, confirmed(), SAM);
        const { openBlock } = await journalOf().read(id);
        assert.deepEqual(openBlock?.by, SAM);
        assert.equal(openBlock.terms.reason, 'Fraud');
    });

    it('has the operation and an unconfirmed block as soon as it is accepted', async () => {
        const id = newConversation();
        await accept(journalOf(), id, BLOCK);
        const [operation] = await journalOf().history(id);
        assert.equal(operation?.outcome, 'pending');
        assert.equal(operation?.endedAt, null);
        const { openBlock, confirmedState } = await journalOf().read(id);
        assert.equal(openBlock?.confirmed, false);
        assert.equal(confirmedState, null);
    });

    it('confirms state and block together', async () => {
        const id = newConversation();
        const at = later(-5);
        await carryOut(journalOf(), id, BLOCK, confirmed({ at }));
        const { openBlock, confirmedState } = await journalOf().read(id);
        assert.deepEqual(confirmedState, { state: 'BLOCKED', at });
        assert.equal(openBlock?.confirmed, true);
        assert.deepEqual(openBlock?.by, ANA);
        assert.equal(openBlock?.terms.note, 'crypto links');
    });

    it('changes only what it says when somebody blocks again, and who changed it', async () => {
        const id = newConversation();
        await carryOut(journalOf(), id, BLOCK, confirmed());
        const first = (await journalOf().read(id)).openBlock;
        const { acceptedAt: at } = await carryOut(
            journalOf(),
            id,
            { ...BLOCK, terms: { reason: 'Abuse', note: null } },
            confirmed(),
            SAM
        );
        const changed = { by: SAM, at };
        const terms = { reason: 'Abuse', note: null, until: null };
        assert.deepEqual((await journalOf().read(id)).openBlock, { ...first, terms, changed });
        const [change, block] = await journalOf().history(id);
        assert.deepEqual(change?.changed, {
            before: { reason: 'Spam', note: 'crypto links', until: null },
            after: terms
        });
        assert.equal(block?.changed, null);
    });

    it('keeps what a repeat does not speak of', async () => {
        const id = newConversation();
        await carryOut(journalOf(), id, BLOCK, confirmed());
        const first = (await journalOf().read(id)).openBlock;
        await carryOut(journalOf(), id, { kind: 'block', state: 'BLOCKED' }, confirmed(), SAM);
        assert.deepEqual((await journalOf().read(id)).openBlock, first);
    });

    it('keeps the reason of a confirmed block when blocking again is refused', async () => {
        const id = newConversation();
        await carryOut(journalOf(), id, BLOCK, confirmed());
        await carryOut(journalOf(), id, { ...BLOCK, terms: { ...BLOCK.terms, reason: 'Abuse' } }, failed());
        const { openBlock } = await journalOf().read(id);
        assert.equal(openBlock?.terms.reason, 'Spam');
        assert.equal(openBlock?.confirmed, true);
    });

    it('leaves no block behind when GoTallo refused it', async () => {
        const id = newConversation();
        await carryOut(journalOf(), id, BLOCK, failed());
        assert.deepEqual({ ...(await journalOf().read(id)), version: null }, NOTHING_STORED);
        assert.equal((await journalOf().history(id))[0]?.failure, 'gotallo-refused');
    });

    it('keeps an unconfirmed block and the doubt when no clear answer came', async () => {
        const id = newConversation();
        await carryOut(journalOf(), id, BLOCK, UNKNOWN);
        const { openBlock, unfinished } = await journalOf().read(id);
        assert.equal(openBlock?.confirmed, false);
        assert.deepEqual([unfinished?.command.kind, unfinished?.isInDoubt], ['block', true]);
    });

    it('does not let a refused repeat take back an earlier block, though both came in the same millisecond', async () => {
        const id = newConversation();
        await carryOut(journalOf(), id, BLOCK, UNKNOWN);
        await carryOut(journalOf(), id, BLOCK, failed(await journalOf().read(id)));
        const { openBlock, unfinished } = await journalOf().read(id);
        assert.equal(openBlock?.confirmed, false);
        assert.deepEqual([unfinished?.command.kind, unfinished?.isInDoubt], ['block', true]);
    });

    it('ends every doubt with a confirmed change', async () => {
        const id = newConversation();
        await carryOut(journalOf(), id, BLOCK, UNKNOWN);
        await carryOut(journalOf(), id, UNBLOCK, confirmed());
        const { openBlock, unfinished, confirmedState } = await journalOf().read(id);
        assert.equal(unfinished, null);
        assert.equal(openBlock, null);
        assert.equal(confirmedState?.state, 'OPEN');
    });

    it('opens a new block where the old one no longer held', async () => {
        const id = newConversation();
        await carryOut(journalOf(), id, BLOCK, confirmed());
        const first = (await journalOf().read(id)).openBlock;
        const again = await accept(journalOf(), id, BLOCK, { by: SAM, endsOpenBlock: 'agent' });
        await journalOf().complete(again, confirmed());
        const second = (await journalOf().read(id)).openBlock;
        assert.notEqual(second?.id, first?.id);
        assert.deepEqual(second?.by, SAM);
    });

    it('has a confirmed block though it was taken for ended before the answer came', async () => {
        const id = newConversation();
        const operation = await accept(journalOf(), id, BLOCK);
        await journalOf().recordFindings(id, () => ({ blockEndedBy: { state: 'OPEN', at: clock.now } }));
        const { openBlock } = await journalOf().complete(operation, confirmed());
        assert.equal(openBlock?.confirmed, true);
        assert.equal(openBlock?.terms.reason, 'Spam');
        assert.deepEqual(openBlock?.by, ANA);
    });

    it('lists every operation, newest first', async () => {
        const id = newConversation();
        await carryOut(journalOf(), id, BLOCK, UNKNOWN);
        await carryOut(journalOf(), id, BLOCK, confirmed());
        await carryOut(journalOf(), id, UNBLOCK, confirmed(), SAM);
        const history = await journalOf().history(id);
        assert.deepEqual(
            history.map(({ kind, outcome, by }) => `${kind} ${outcome} ${by?.name}`),
            ['unblock confirmed Sam Lee', 'block confirmed Ana Silva', 'block unknown Ana Silva']
        );
    });

    it('lists a page at a time: what is older than an entry, and no more than was asked for', async () => {
        const id = newConversation();
        await carryOut(journalOf(), id, BLOCK, confirmed());
        await carryOut(journalOf(), newConversation(), BLOCK, confirmed());
        await carryOut(journalOf(), id, UNBLOCK, confirmed());
        await carryOut(journalOf(), id, BLOCK, confirmed(), SAM);
        const whole = await journalOf().history(id);
        const first = await journalOf().history(id, { limit: 2 });
        assert.deepEqual(first, whole.slice(0, 2));
        assert.deepEqual(await journalOf().history(id, { before: first[1]?.number ?? null, limit: 2 }), whole.slice(2));
        assert.deepEqual(await journalOf().history(id, { before: whole[2]?.number ?? null }), []);
    });

    it('reads 200 entries at most, unless more is asked for', async () => {
        const id = newConversation();
        for (let count = 0; count < 201; count += 1) {
            await journalOf().recordFindings(id, () => ({ resolvedBy: { by: ANA, status: 'blocked' } }));
        }
        assert.equal((await journalOf().history(id)).length, 200);
        assert.equal((await journalOf().history(id, { limit: 201 })).length, 201);
    });

    it('keeps the tenants apart', async () => {
        const id = newConversation();
        await accept(journalOf('acme'), id, BLOCK);
        assert.deepEqual(await journalOf('other').history(id), []);
        assert.deepEqual(await journalOf('other').read(id), NOTHING_STORED);
        assert.equal((await journalOf('other').accept(id, SAM, () => ({ decline: 'nothing-to-do' }))).kind, 'declined');
    });

    describe('when a clock went back', () => {
        const AN_HOUR = 60 * 60 * 1000;

        it('has what GoTallo confirmed last as newer than what it confirmed before, and none of it in the future', async () => {
            const id = newConversation();
            await carryOut(journalOf(), id, BLOCK, confirmed({ at: later(AN_HOUR) }));
            await carryOut(journalOf(), id, UNBLOCK, confirmed({ at: later(-AN_HOUR) }));
            const { confirmedState } = await journalOf().read(id);
            assert.equal(confirmedState?.state, 'OPEN');
            assert.ok(confirmedState.at.getTime() > clock.now.getTime() - AN_HOUR);
            assert.ok(confirmedState.at <= new Date());
        });

        it('still knows who carries out what, for leases go by the clock of the database', async (t) => {
            const id = newConversation();
            const { now } = clock;
            t.after(() => (clock.now = now));
            await accept(journalOf(), id, BLOCK);
            for (const jump of [-1000 * AN_HOUR, 1000 * AN_HOUR]) {
                clock.now = new Date(now.getTime() + jump);
                assert.equal((await journalOf().accept(id, SAM, () => ({ decline: 'nothing-to-do' }))).kind, 'busy');
                assert.equal((await journalOf().read(id)).unfinished?.isLeased, true);
            }
        });
    });
});
